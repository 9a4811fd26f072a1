// Development and tests only: a thread does not inherit the loader that reads TypeScript.
import { register } from 'tsx/esm/api';

register();
const { default: print } = await import('./worker.ts');

export default print;
