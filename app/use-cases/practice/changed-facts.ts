import { factChanges } from '#curriculum/content/fact-changes.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';

const known = new WeakMap<Edition, Map<Edition, ReadonlySet<string>>>();
const none: ReadonlySet<string> = new Set();

/** The facts of an edition that an earlier one has otherwise, or has not; compared once, since editions do not change. */
export function changedFacts(from: Edition | undefined, to: Edition): ReadonlySet<string> {
  if (!from || from === to) return none;
  const ofThis = known.get(to) ?? new Map<Edition, ReadonlySet<string>>();
  known.set(to, ofThis);
  const changed = ofThis.get(from) ?? new Set(factChanges(from.facts, to.facts).filter((id) => to.facts.has(id)));
  ofThis.set(from, changed);
  return changed;
}
