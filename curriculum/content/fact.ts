import { z } from 'zod';

const Day = z.iso.date('Write a day as 2027-05-01.');

/** V: confirmed in a source. H: history, from the pilots of 2012. J: professional judgement, and the text says so. */
export const Fact = z.strictObject({
  id: z.string().regex(/^[ms]\d-f\d\d$/, 'A fact is named like m1-f01.'),
  module: z.string().regex(/^[ms]\d$/, 'A module is named like m1.'),
  da: z.string().min(1),
  en: z.string().min(1),
  source: z.string().min(1, 'Say where the fact comes from.'),
  confidence: z.enum(['V', 'H', 'J']),
  reviewBy: Day,
});
export type Fact = z.infer<typeof Fact>;

export const FactsFile = z.strictObject({ facts: z.array(Fact).min(1) });
