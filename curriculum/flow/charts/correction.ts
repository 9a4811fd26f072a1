import type { StepEvent, StepFacts } from '#curriculum/flow/flow-event.ts';
import { type Facts, type Need, type StepContext, within } from './chart.ts';

type Corrected = Extract<StepEvent, { type: 'attendance-corrected' }>;

/** Corrects the latest note about a course day: the day moves to the state it would have had with the right note. */
export function corrections(stepContext: StepContext) {
  const { factsOf, note, settle, keepsChoices } = stepContext;
  const withWords: Need<Corrected> = (_, { reason }) => (reason.trim() ? undefined : { reason: 'words-missing' });
  const noted =
    (could: (was: Corrected['was'], mine: StepFacts) => boolean): Need<Corrected> =>
    (facts, { was, now }) =>
      was !== now && could(was, factsOf(facts)) ? undefined : { reason: 'not-noted' };

  const from = (
    could: Parameters<typeof noted>[0],
    wasExcused: (mine: StepFacts) => boolean,
    { undoes = false } = {},
  ) => {
    const isExcused = (mine: StepFacts, { was, now }: Corrected) =>
      now === 'excused' || (was !== 'excused' && wasExcused(mine));
    const recount = note((mine, event: Corrected) => ({
      absences: (mine.absences ?? 0) + (event.now === 'absent' ? 1 : 0) - (event.was === 'absent' ? 1 : 0),
      madeUp: isExcused(mine, event),
    }));
    // The step is no longer done, so the steps it had opened close again unless somebody has begun them.
    const undo = undoes ? [note(() => ({ doneAt: undefined as unknown as string })), settle(undefined)] : [];
    return within(
      ['active'],
      [withWords, noted(could), ...(undoes ? [keepsChoices] : [])],
      { when: (_, { now }) => now === 'attended', to: 'done', then: [recount] },
      { when: (facts: Facts, event) => isExcused(factsOf(facts), event), to: 'make-up', then: [recount, ...undo] },
      { to: 'pending', then: [recount, ...undo] },
    );
  };
  const missed = ({ absences = 0 }: StepFacts) => absences > 0;
  return {
    inPending: from(
      (was, mine) => was === 'absent' && missed(mine),
      () => false,
    ),
    inMakeUp: from(
      (was, mine) => was === 'excused' || (was === 'absent' && missed(mine)),
      () => true,
    ),
    inDone: from(
      (was) => was === 'attended',
      ({ madeUp = false }) => madeUp,
      { undoes: true },
    ),
  };
}
