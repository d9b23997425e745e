// Writes the JSON Schema of the site configuration to docs/. A test keeps it current.
import { writeFile } from 'node:fs/promises';
import { SCHEMA_FILE, siteJsonSchemaText } from '../hosting/site-schema.ts';

/** `npm run site-schema`. */
export async function main(): Promise<void> {
  await writeFile(SCHEMA_FILE, siteJsonSchemaText());
  console.log(`Written: ${SCHEMA_FILE}`);
}
