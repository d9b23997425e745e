// Knows that whoever sees the launch page will see the app page a few round trips later.
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';

/**
 * Vite plugin: the launch page fetches the app page's script and styles while the EHR signs the clinician in.
 * Builds only; in development there is nothing to gain.
 */
export function preloadApp(): Plugin {
  return {
    name: 'evoke:preload-app',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { path, bundle }) => (bundle && path.endsWith('launch.html') ? preloads(bundle) : []),
    },
  };
}

function preloads(bundle: Rollup.OutputBundle): HtmlTagDescriptor[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const app = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('/index.html'));
  if (app === undefined) return [];
  const files = new Set([app.fileName, ...app.imports, ...app.dynamicImports]);
  return [...files].map((file) => ({
    tag: 'link',
    attrs: { rel: 'modulepreload', href: `./${file}`, fetchpriority: 'low' },
    injectTo: 'head',
  }));
}
