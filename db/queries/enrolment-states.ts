import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';

type States = readonly EnrolmentState[];

/** Has no seat on the hold: was never given one, or has left it. Everybody else takes one. */
export const withoutSeat: States = ['requested', 'waitlisted', 'declined', 'withdrawn', 'lapsed'];

/** Comes to an end when the last day has gone by. */
export const boundByLastDay: States = ['requested', 'waitlisted', 'enrolled', 'active', 'suspended'];

/** Has passed everything, whether the certificate is issued, withheld or still to come. */
export const passedEverything: States = ['assessed', 'withheld', 'certified'];

/** Can still be changed by the decision on an appeal. */
export const openToAppeal: States = ['active', 'failed', 'appeal'];

/** Is the enrolment under way? A person has one of each course at most, as the unique index of the table says. */
export const isLive = ({ state }: { state: EnrolmentState }): boolean => live.includes(state);
const live: States = [
  'requested',
  'waitlisted',
  'enrolled',
  'active',
  'suspended',
  'failed',
  'appeal',
  'assessed',
  'withheld',
];
