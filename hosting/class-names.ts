// Names each class in the built page after its module and its name there. The name is then the same in a browser's
// inspector, in the styles and in the code. A hashed name would not be, and it compresses badly.
import { basename } from 'node:path';

/** Names classes for one build. Throws if two style modules have the same name, because their classes would collide. */
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
