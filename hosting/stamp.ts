// Writes a site's configuration into the pages and its headers into the build. Knows no rule about either.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HtmlTagDescriptor, Plugin, Rollup } from 'vite';
import { siteWarnings } from '../src/site/rules.ts';
import type { Site } from '../src/site.ts';
import { siteHeaders } from './headers.ts';
import type { Hosting } from './hosting.ts';
import { inlineCode } from './inline-code.ts';
import { serverFiles } from './server-files.ts';
import { loadSite, siteFile, tellFaults, tellWarning } from './site-file.ts';

/** The configuration as a JSON data block that no page content can break out of. */
export const siteBlock = (site: Site): HtmlTagDescriptor => dataBlock(site);

function dataBlock(settings: Site | Pick<Site, 'learn'>): HtmlTagDescriptor {
  // "<" could end the block early ("</script>") or open a comment. Vite inserts tags with String.replace, where "$"
  // starts a pattern. JSON reads the escapes as the same characters.
  const children = JSON.stringify(settings).replaceAll('<', '\\u003c').replaceAll('$', '\\u0024');
  // The page starts only with the exact text that was checked here. A block edited by hand afterwards is refused.
  const digest = createHash('sha256').update(children).digest('base64');
  const attrs = { type: 'application/json', id: 'site', 'data-digest': digest };
  return { tag: 'script', attrs, children, injectTo: 'head' };
}

/** The version of Evoke, for the administrator. */
function versionTag(): HtmlTagDescriptor {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { tag: 'meta', attrs: { name: 'version', content: version }, injectTo: 'head' };
}

/** How the site is hosted, as `serve` reads it. The policy allows inline code by its hash. */
function hostingOf(site: Site, bundle: Rollup.OutputBundle): Hosting {
  const pages = Object.values(bundle).flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.html') ? [inlineCode(String(file.source))] : [],
  );
  const code = {
    scripts: pages.flatMap(({ scripts }) => scripts),
    styles: pages.flatMap(({ styles }) => styles),
  };
  return { base: new URL(site.app.baseUrl).pathname, headers: siteHeaders(site, code) };
}

/**
 * Vite plugin: checks the site configuration before the build, writes it into every page, and writes the headers. For
 * the development server, the app's address is that server's own. Set `warns` to false if another build of the same
 * site already printed the warnings.
 */
export function stampSite({ warns = true }: { readonly warns?: boolean } = {}): Plugin {
  let site: Site;
  return {
    name: 'evoke:stamp-site',
    async config(_, { command }) {
      const file = siteFile(process.env);
      const loaded = await loadSite(file);
      if (!loaded.ok) throw refusal(tellFaults(file, loaded.error));
      site = loaded.value;
      if (command === 'build' && warns) warn(site);
    },
    configResolved({ command, server }) {
      if (command === 'serve') {
        const baseUrl = `http://${server.host || '127.0.0.1'}:${server.port}/`;
        site = { ...site, app: { ...site.app, baseUrl } };
      }
    },
    transformIndexHtml: { order: 'post', handler: () => [versionTag(), siteBlock(site)] },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        for (const [fileName, source] of await serverFiles(site, hostingOf(site, bundle))) {
          this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
  };
}

/** Vite plugin: gives Learn its own few settings, without the EHRs that a site trusts. */
export function stampLearn(): Plugin {
  return {
    name: 'evoke:stamp-learn',
    transformIndexHtml: {
      order: 'post',
      handler: async () => {
        const loaded = await loadSite(siteFile(process.env));
        if (!loaded.ok) throw new Error('The site configuration changed during the build');
        return [versionTag(), dataBlock({ learn: loaded.value.learn })];
      },
    },
  };
}

/** Vite prints the stack of a fault. The person who wrote the configuration needs its text alone. */
const refusal = (text: string): Error => Object.assign(new Error(text), { stack: text });

function warn(site: Site): void {
  for (const each of siteWarnings(site)) console.warn(tellWarning(each));
}
