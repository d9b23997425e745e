// Knows how the launch page becomes one file: its script and styles stand in the page itself, so that going to the
// sign-in waits for no second file. Knows nothing of what they do.
import preact from '@preact/preset-vite';
import { build, type Plugin, type PluginOption, type ResolvedConfig, type Rollup } from 'vite';
import { linksAhead, linksAlong } from './preload.ts';
import { stampLearn, stampSite } from './stamp.ts';

const LAUNCH = 'launch.html';
const LEARN = 'learn.html';

/**
 * Vite plugin: builds the launch page and Learn, each on its own, and writes each whole. The launch page also gets the
 * addresses of what the app page will need. Builds only; the dev server serves both as they lie in the project. Comes
 * before `stampSite`, which puts the hash of all inline code into the content security policy.
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

/** How JSX is read, in every build. */
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

// In a script "</script" and "<!--" would end or hide it; in our own code both can only stand in a string.
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
