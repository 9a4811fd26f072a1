import type { Fact } from './fact.ts';

/**
 * The facts that one edition has and another has not, or words otherwise. A new day of review is no change, and neither
 * is a better translation: a fact is what it says in Danish, with its source.
 */
export function factChanges(from: ReadonlyMap<string, Fact>, to: ReadonlyMap<string, Fact>): string[] {
  const words = (fact: Fact | undefined) => fact && JSON.stringify([fact.da, fact.source]);
  const ids = [...new Set([...from.keys(), ...to.keys()])];
  return ids.filter((id) => words(from.get(id)) !== words(to.get(id)));
}
