// Knows that whoever sees the launch page will see the app page a few round trips later.
import type { Rollup } from 'vite';

/**
 * Links for the launch page: what the app page loads is fetched while the EHR signs the clinician in, scripts first
 * needed before those needed later. Empty for a build without an app page.
 */
export function preloads(bundle: Rollup.OutputBundle): string {
  const files = Object.values(bundle);
  const chunks = files.filter((output) => output.type === 'chunk');
  const app = chunks.find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('/index.html'));
  if (app === undefined) return '';
  const scripts = new Set([app.fileName, ...app.imports, ...app.dynamicImports]);
  const styles = files.filter(({ fileName }) => fileName.endsWith('.css')).map(({ fileName }) => fileName);
  // A style sheet that is only fetched ahead is a prefetch: preloaded and not used, it would be complained about.
  return [
    ...styles.map((file) => `<link rel="prefetch" as="style" crossorigin href="./${file}" fetchpriority="low">\n`),
    ...[...scripts].map((file) => `<link rel="modulepreload" href="./${file}" fetchpriority="low">\n`),
  ].join('');
}
