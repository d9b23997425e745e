// Knows how the launch page becomes one file: its script and styles stand in the page itself, so that going to the
// sign-in waits for no second file. Knows nothing of what they do.
import { build, type Plugin, type ResolvedConfig, type Rollup } from 'vite';
import { linksAhead, linksAlong } from './preload.ts';
import { stampSite } from './stamp.ts';

const PAGE = 'launch.html';

/**
 * Vite plugin: builds the launch page on its own and writes it whole, together with the addresses of what the app page
 * will need. Builds only; the dev server serves the page as it lies in the project. Stands before `stampSite`, which
 * puts the hash of all inline code into the page's content security policy.
 */
export function launchPage(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'evoke:launch-page',
    apply: 'build',
    configResolved: (resolved) => {
      config = resolved;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const source = joined(await buildAlone(config), linksAhead(bundle));
        const app = bundle['index.html'];
        if (app?.type === 'asset') app.source = inHead(String(app.source), linksAlong(bundle));
        this.emitFile({ type: 'asset', fileName: PAGE, source });
      },
    },
  };
}

async function buildAlone({ root, base, define, resolve, build: { target } }: ResolvedConfig): Promise<Built> {
  const made = await build({
    ...{ root, base, resolve: { alias: resolve.alias } },
    ...(define && { define }),
    configFile: false,
    logLevel: 'error',
    plugins: [stampSite({ warns: false })],
    build: {
      ...{ target, write: false, assetsInlineLimit: 0, modulePreload: false },
      rolldownOptions: { input: `${root}/${PAGE}`, output: { codeSplitting: false } },
    },
  });
  if (!('output' in made)) throw new Error('The launch page was not built once');
  return made.output;
}

type Built = readonly (Rollup.OutputChunk | Rollup.OutputAsset)[];

const textOf = (file: Built[number] | undefined): string => {
  if (file === undefined) throw new Error('The launch page names a file that was not built');
  return file.type === 'chunk' ? file.code : String(file.source);
};

// In a script "</script" and "<!--" would end or hide it; in our own code both can only stand in a string.
const inScript = (code: string): string =>
  code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const inHead = (html: string, links: string): string => html.replace('</head>', () => `${links}</head>`);

function joined(built: Built, ahead: string): string {
  const named = (path: string): string => textOf(built.find(({ fileName }) => path.endsWith(fileName)));
  const page = textOf(built.find(({ fileName }) => fileName === PAGE))
    .replace(
      /<script type="module"[^>]*\bsrc="([^"]+)"[^>]*><\/script>/g,
      (_, path) => `<script type="module">${inScript(named(path))}</script>`,
    )
    .replace(/<link rel="stylesheet"[^>]*\bhref="([^"]+)"[^>]*>/g, (_, path) => `<style>${named(path).trim()}</style>`);
  return inHead(page, ahead);
}
