// For development and tests only: a thread does not inherit the loader for TypeScript.
import { register } from 'tsx/esm/api';

register();
const { default: foretell } = await import('./forecast-worker.ts');

export { foretell as default };
