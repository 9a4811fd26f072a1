/** Where an enrolment may stand: the states of the chart in life-cycle.ts, no more and no fewer. */
export const enrolmentStates = [
  'requested',
  'waitlisted',
  'enrolled',
  'active',
  'suspended',
  'failed',
  'appeal',
  'assessed',
  'withheld',
  'certified',
  'attended',
  'declined',
  'withdrawn',
  'lapsed',
  'closed-failed',
  'annulled',
] as const;
export type EnrolmentState = (typeof enrolmentStates)[number];
