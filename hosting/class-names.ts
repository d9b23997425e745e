// Knows how a class is called in the built page: by its module and its name there, so that it reads the same in a browser's
// inspector, in the styles and in the code. A name with a hash in it would not, and compresses badly.
import { basename } from 'node:path';

/** Names classes for one build. Throws where two modules of styles bear one name: their classes would be one. */
export function classNames(): (name: string, file: string) => string {
  const files = new Map<string, string>();
  return (name, file) => {
    const [path = file] = file.split('?');
    const module = basename(path, '.module.css');
    const held = files.get(module) ?? path;
    if (held !== path) throw new Error(`Two modules of styles are called ${module}: ${held} and ${path}`);
    files.set(module, path);
    return `${module}-${name}`;
  };
}
