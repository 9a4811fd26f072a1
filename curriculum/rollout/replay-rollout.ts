import { nothingKnown, type RolloutEvent, type RolloutFacts, type RolloutRefusal } from './rollout-event.ts';
import { canRollout, type RolloutSnapshot, rolloutAfter, rolloutAtStart } from './rollout-machine.ts';

/** What a service that went live had then: its note was only taken because it did. */
const opened: RolloutFacts = { ...nothingKnown, verdict: 'klar', staffed: true, signedOff: true };

/** Where a service is after its history, with what is true of it now. What the machine does not expect changes nothing. */
export function replayRollout(history: readonly RolloutEvent[], now: RolloutFacts): RolloutSnapshot {
  const last = inOrder(history).reduce(after, rolloutAtStart);
  return rolloutAfter(last, { type: 'observed', facts: now });
}

function after(snapshot: RolloutSnapshot, { type }: RolloutEvent): RolloutSnapshot {
  const observed = type === 'live' ? rolloutAfter(snapshot, { type: 'observed', facts: opened }) : snapshot;
  return rolloutAfter(observed, { type });
}

/**
 * Why a step cannot be noted for a day: the machine refuses it there, or something noted for a later day rests on what it
 * would change.
 */
export function canNote(
  history: readonly RolloutEvent[],
  { type, on }: RolloutEvent,
  facts: RolloutFacts,
): RolloutRefusal | undefined {
  const before = history.filter((each) => each.on <= on);
  const refusal = canRollout(replayRollout(before, facts), type);
  if (refusal) return refusal;
  const accepted = new Set(acceptedOf(history));
  const withIt = acceptedOf([...before, { type, on }, ...inOrder(history.filter((each) => each.on > on))]);
  const broken = inOrder(history).find((each) => accepted.has(each) && !withIt.includes(each));
  return broken && { reason: 'later-depends', type: broken.type, on: broken.on };
}

/** The events of a history that the machine takes. */
function acceptedOf(history: readonly RolloutEvent[]): RolloutEvent[] {
  let snapshot = rolloutAtStart;
  return inOrder(history).filter((each) => {
    if (each.type === 'live') snapshot = rolloutAfter(snapshot, { type: 'observed', facts: opened });
    if (canRollout(snapshot, each.type)) return false;
    snapshot = rolloutAfter(snapshot, { type: each.type });
    return true;
  });
}

/** By day; of one day in the order they were recorded. */
const inOrder = (history: readonly RolloutEvent[]) =>
  [...history].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
