// Checks site configurations without building anything. Prints each fault by path with its remedy, or a summary of the
// file.
import { loadSite, siteFile, tellFaults, tellWarning } from '../hosting/site-file.ts';
import { siteBlock } from '../hosting/stamp.ts';
import { CORS_LISTS } from '../src/site/cors.ts';
import { siteWarnings } from '../src/site/rules.ts';
import type { EhrEntry, Site } from '../src/site.ts';

/**
 * `npm run check-site -- my-site.json`. Without a name it checks the file that a build would use. Exits with 1 if one
 * is refused.
 */
export async function main(files: readonly string[]): Promise<void> {
  for (const file of files.length > 0 ? files : [siteFile(process.env)]) {
    const site = await loadSite(file);
    if (!site.ok) process.exitCode = 1;
    console.log(site.ok ? tellSite(file, site.value) : tellFaults(file, site.error));
  }
}

/** What a reviewer looks for first. */
function tellSite(file: string, site: Site): string {
  const warnings = siteWarnings(site).map((each) => `  ${tellWarning(each)}`);
  return [
    `The site configuration ${file} is valid.`,
    `  Register the launch address ${site.app.baseUrl}launch.html and the redirect address ${site.app.baseUrl}index.html`,
    `  Configuration ${digestOf(site)} in the self-check`,
    ...site.ehrs.map(tellEntry),
    tellTopics(site),
    ...tellCors(),
    ...warnings,
  ].join('\n');
}

/** What the self-check shows of the configuration in a page (src/shell/cards/SelfCheck.tsx). */
const digestOf = (site: Site): string => String(siteBlock(site).attrs?.['data-digest']).slice(0, 8);

function tellEntry({ id, label, iss, write, part2Program, idleLockMinutes, draftTtlHours }: EhrEntry): string {
  const forms = [...write.order, 'copy'].join(', ');
  const program = part2Program ? '; Part 2 program' : '';
  return `  ${id}: ${label}, ${iss}; files as ${forms}; locks after ${idleLockMinutes} minutes, drafts for ${draftTtlHours} hours${program}`;
}

function tellTopics({ behaviours: behaviors }: Site): string {
  const sensitive = behaviors.filter((each) => each.sensitive).map(({ key }) => key);
  return `  ${behaviors.length} topics; sensitive, so no title names them: ${sensitive.join(', ') || 'none'}`;
}

/** What IT sets at each FHIR base, so that no request is blocked by the browser. */
function tellCors(): readonly string[] {
  const { methods, allow, expose } = CORS_LISTS;
  return [
    `  CORS at each FHIR base: allow the methods ${methods.join(', ')};`,
    `    allow the headers ${allow.join(', ')};`,
    `    expose the headers ${expose.join(', ')}`,
  ];
}
