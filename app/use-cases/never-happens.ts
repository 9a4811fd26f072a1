/** Ends a switch over reasons: TypeScript reports any reason that is missing. */
export function neverHappens(value: never): never {
  throw new Error(`Nobody expected ${JSON.stringify(value)} here.`);
}
