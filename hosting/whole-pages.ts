// Builds the launch page into one file with inline script and styles, so that the sign-in waits for no second file.
// Does not know what they do.
import preact from '@preact/preset-vite';
import { build, type Plugin, type PluginOption, type ResolvedConfig, type Rollup } from 'vite';
import { linksAhead, linksAlong } from './preload.ts';
import { stampLearn, stampSite } from './stamp.ts';

const LAUNCH = 'launch.html';
const LEARN = 'learn.html';

/**
 * Vite plugin: builds the launch page and Learn separately and writes each as one file. The launch page also gets the
 * addresses of what the app page needs. Builds only: the development server serves both pages as they are in the
 * project. Runs before `stampSite`, which adds the hash of all inline code to the content security policy.
 */
export function wholePages(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'evoke:whole-pages',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const launch = await buildAlone(config, LAUNCH, [stampSite({ warns: false })]);
        const source = inHead(joined(launch, LAUNCH), linksAhead(bundle));
        const app = bundle['index.html'];
        if (app?.type === 'asset') app.source = inHead(String(app.source), linksAlong(bundle));
        this.emitFile({ type: 'asset', fileName: LAUNCH, source });
        const learn = await buildAlone(config, LEARN, [preact(PREACT), stampLearn()]);
        this.emitFile({ type: 'asset', fileName: LEARN, source: joined(learn, LEARN) });
      },
    },
  };
}

/** The JSX options of every build. */
export const PREACT = { devToolsEnabled: false, reactAliasesEnabled: false } as const;

async function buildAlone(config: ResolvedConfig, page: string, plugins: PluginOption[]): Promise<Built> {
  const { root, base, define, resolve, css } = config;
  const made = await build({
    ...{ root, base, resolve: { alias: resolve.alias } },
    ...(define && { define }),
    configFile: false,
    logLevel: 'error',
    plugins,
    css: { modules: css.modules ?? {} },
    build: {
      ...{ target: config.build.target, write: false, assetsInlineLimit: 0, modulePreload: false, cssCodeSplit: false },
      rolldownOptions: { input: `${root}/${page}`, output: { codeSplitting: false } },
    },
  });
  if (!('output' in made)) throw new Error('A page was not built once');
  return made.output;
}

type Built = readonly (Rollup.OutputChunk | Rollup.OutputAsset)[];

const textOf = (file: Built[number] | undefined): string => {
  if (file === undefined) throw new Error('A page names a file that was not built');
  return file.type === 'chunk' ? file.code : String(file.source);
};

// "</script" and "<!--" would end or hide a script. In our own code both can occur only in a string.
const inScript = (code: string): string =>
  code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const inHead = (html: string, links: string): string => html.replace('</head>', () => `${links}</head>`);

function joined(built: Built, name: string): string {
  const named = (path: string): string => textOf(built.find(({ fileName }) => path.endsWith(fileName)));
  return textOf(built.find(({ fileName }) => fileName === name))
    .replace(
      /<script type="module"[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g,
      (_, path) => `<script type="module">${inScript(named(path))}</script>`,
    )
    .replace(/<link rel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g, (_, path) => `<style>${named(path).trim()}</style>`);
}
