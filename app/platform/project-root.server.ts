import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder that contains package.json and curriculum/, whether we run from the sources or from the build. */
export function projectRoot(from: string = import.meta.dirname): string {
  if (existsSync(path.join(from, 'package.json')) && existsSync(path.join(from, 'curriculum'))) return from;
  const parent = path.dirname(from);
  if (parent === from) throw new Error('The project folder with curriculum/ was not found above the running file.');
  return projectRoot(parent);
}
