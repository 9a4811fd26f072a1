/** Ends a switch over reasons: TypeScript finds the one that was forgotten. */
export function neverHappens(value: never): never {
  throw new Error(`Nobody expected ${JSON.stringify(value)} here.`);
}
