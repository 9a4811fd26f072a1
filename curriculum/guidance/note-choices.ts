/** What a note of guidance can say beside its topic. The keys are stored, so they are never renamed. */
export const outcomes = ['completed', 'referred', 'unfinished'] as const;
export const blocks = ['rights-missing', 'way-unknown', 'solution-fault', 'login', 'language', 'nothing'] as const;
/** Four of them are the channels of outreach, so that both can be held against each other. */
export const channels = [
  'citizen-services',
  'local-paper',
  'posters',
  'flyers',
  'advertisements',
  'website',
  'acquaintance',
  'partner',
] as const;
export const distances = ['under-5', '5-15', 'over-15'] as const;

export type GuidanceOutcome = (typeof outcomes)[number];
export type Block = (typeof blocks)[number];
export type Channel = (typeof channels)[number];
export type Distance = (typeof distances)[number];
