import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageOf } from '#curriculum/readiness/readiness-of.ts';
import { canNote, replayRollout } from '#curriculum/rollout/replay-rollout.ts';
import {
  nothingKnown,
  type RolloutEvent,
  type RolloutFacts,
  rolloutSteps,
  rolloutTypes,
} from '#curriculum/rollout/rollout-event.ts';
import {
  canRollout,
  type RolloutSnapshot,
  rolloutAfter,
  rolloutAtStart,
  stageOfStep,
} from '#curriculum/rollout/rollout-machine.ts';

/** Everything that can be true of a service at once. */
const allFacts: RolloutFacts[] = [true, false].flatMap((training) =>
  [true, false].flatMap((staffed) =>
    (['klar', 'ikke-klar', 'uafklaret'] as const).flatMap((verdict) =>
      [true, false].flatMap((override) =>
        [true, false].map((signedOff) => ({
          ...{ training, staffed, verdict, override, signedOff },
          lacks: verdict === 'klar' ? [] : ['aftale'],
        })),
      ),
    ),
  ),
);

type Edge = { from: RolloutSnapshot; to: RolloutSnapshot; by: string };
const keyOf = (snapshot: RolloutSnapshot) => JSON.stringify(snapshot);

/** Visits every state of the machine breadth first, and each way from one to another. */
function explore(): { states: RolloutSnapshot[]; edges: Edge[] } {
  const found = new Map([[keyOf(rolloutAtStart), rolloutAtStart]]);
  const edges: Edge[] = [];
  for (const from of found.values()) {
    const allowed = rolloutTypes.filter((type) => !canRollout(from, type)).map((type) => ({ type }));
    const inputs = [...allowed, ...allFacts.map((facts) => ({ type: 'observed' as const, facts }))];
    for (const input of inputs) {
      const to = rolloutAfter(from, input);
      edges.push({ from, to, by: input.type });
      if (!found.has(keyOf(to))) found.set(keyOf(to), to);
    }
  }
  return { states: [...found.values()], edges };
}
const { states, edges } = explore();

describe('the rollout of a service', () => {
  test('can reach every step, paused and not', () => {
    expect(states.length).toBeLessThan(50_000);
    const reached = new Set(states.map(({ step, paused }) => `${step} ${paused}`));
    expect([...reached].sort()).toEqual(rolloutSteps.flatMap((step) => [`${step} false`, `${step} true`]).sort());
  });

  test('has no dead end: from every state it can still go live', () => {
    const into = new Map<string, string[]>();
    for (const { from, to } of edges) into.set(keyOf(to), [...(into.get(keyOf(to)) ?? []), keyOf(from)]);
    const safe = new Set(states.filter(({ step, paused }) => step === 'i-drift' && !paused).map(keyOf));
    for (const key of safe) for (const from of into.get(key) ?? []) safe.add(from);
    expect(states.filter((each) => !safe.has(keyOf(each)))).toEqual([]);
  });

  test('never goes live without a commitment, being ready or an override, and the sign-off of its wave', () => {
    const opening = edges.filter(({ from, to }) => from.step !== 'i-drift' && to.step === 'i-drift');
    expect(opening.length).toBeGreaterThan(10);
    for (const { from, by } of opening) {
      expect(by).toBe('live');
      expect(from.paused).toBe(false);
      expect(['tilsagn', 'under-uddannelse', 'bemandet', 'klar']).toContain(from.step);
      expect(from.facts.verdict === 'klar' || from.facts.override).toBe(true);
      expect(from.facts.signedOff).toBe(true);
    }
  });

  test('is staffed or ready only by what the gates say, and never by an event that somebody notes', () => {
    for (const { step, facts } of states) {
      if (step === 'klar') expect(facts.verdict).toBe('klar');
      if (step === 'bemandet') expect(facts.staffed).toBe(true);
      if (step === 'under-uddannelse') expect(facts.training).toBe(true);
      if (step === 'tilsagn') expect(facts.training || facts.staffed || facts.verdict === 'klar').toBe(false);
    }
  });

  test('goes on after a pause where it was', () => {
    for (const { from, to, by } of edges) if (by === 'paused' || by === 'resumed') expect(to.step).toBe(from.step);
  });

  test('is refused exactly where the machine does not move, and says why', () => {
    for (const from of states)
      for (const type of rolloutTypes) {
        const refusal = canRollout(from, type);
        const to = rolloutAfter(from, { type });
        if (refusal) expect(to, `${type} ${refusal.reason}`).toEqual(from);
        else if (!(type === 'invited' && from.step === 'inviteret')) expect(to, type).not.toEqual(from);
      }
  });

  test.each<[string, Partial<RolloutSnapshot>, Partial<RolloutFacts>, object]>([
    ['is not ready', { step: 'tilsagn' }, { lacks: ['aftale'] }, { reason: 'not-ready', lacks: ['aftale'] }],
    ['was not signed off', { step: 'klar' }, { verdict: 'klar' }, { reason: 'not-signed-off' }],
    ['has an override and no sign-off', { step: 'tilsagn' }, { override: true }, { reason: 'not-signed-off' }],
    ['is paused', { step: 'klar', paused: true }, { verdict: 'klar', signedOff: true }, { reason: 'is-paused' }],
    ['did not commit', { step: 'inviteret' }, { verdict: 'klar', signedOff: true }, { reason: 'not-committed' }],
    ['is live', { step: 'i-drift' }, {}, { reason: 'already-live' }],
  ])('does not open a service that %s', (_, at, facts, refusal) => {
    const snapshot = { ...rolloutAtStart, ...at, facts: { ...nothingKnown, ...facts } };
    expect(canRollout(snapshot, 'live')).toEqual(refusal);
  });
});

const anyEvent = fc
  .record({ type: fc.constantFrom(...rolloutTypes), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ type, day }): RolloutEvent => ({ type, on: `2026-11-${String(day).padStart(2, '0')}` }));
const openable: RolloutFacts = { ...nothingKnown, verdict: 'klar', signedOff: true };

/** A history as people may note it: what the machine refuses is left out. */
const anyHistory = fc.array(anyEvent, { maxLength: 12 }).map((tried) => {
  const history: RolloutEvent[] = [];
  for (const event of tried) if (!canNote(history, event, openable)) history.push(event);
  return history;
});

describe('the history of a service', () => {
  test('gives the stage that the tables of readiness show, on every day', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...allFacts), fc.integer({ min: 1, max: 28 }), (history, facts, day) => {
        const asOf = `2026-11-${String(day).padStart(2, '0')}`;
        const until = history.filter(({ on }) => on <= asOf);
        expect(stageOfStep(replayRollout(until, facts))).toBe(stageOf({ rollout: history }, asOf));
      }),
      { numRuns: 500 },
    );
  });

  test('is never broken by something noted for an earlier day', () => {
    const history: RolloutEvent[] = [
      { type: 'committed', on: '2026-11-02' },
      { type: 'live', on: '2026-11-20' },
    ];
    expect(canNote(history, { type: 'paused', on: '2026-11-10' }, openable)).toEqual({
      ...{ reason: 'later-depends', type: 'live', on: '2026-11-20' },
    });
    expect(canNote(history, { type: 'paused', on: '2026-11-21' }, openable)).toBeUndefined();
    expect(canNote(history, { type: 'invited', on: '2026-11-01' }, openable)).toBeUndefined();
    expect(canNote(history, { type: 'invited', on: '2026-11-05' }, openable)).toEqual({ reason: 'already-committed' });
  });
});
