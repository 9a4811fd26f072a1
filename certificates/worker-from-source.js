// For development and tests only: a thread does not inherit the loader for TypeScript.
import { register } from 'tsx/esm/api';

register();
const { default: print, examine } = await import('./worker.ts');

export { examine, print as default };
