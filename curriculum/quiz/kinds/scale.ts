import { z } from 'zod';
import { filledIn, head, type Parsed, type QuestionKind, text } from './kind.ts';

const schema = z.strictObject({
  ...head,
  kind: z.literal('scale'),
  steps: z.int().min(3).max(7).default(5),
  /** What the first and the last step mean. */
  ends: z.strictObject({ from: text, to: text }),
});
type Scale = z.infer<typeof schema>;
const Placed = z.object({ step: z.int() });
type Placed = z.infer<typeof Placed>;

/** A judgement of oneself: no step is right, and none counts. */
export const scale = {
  schema,
  answer: Placed,
  unscored: true,
  parts: () => [],
  show: ({ steps, ends }) => ({ steps, ends }),
  parse({ steps }, _order, sent): Parsed<Placed, 'choose-one' | 'not-an-option'> {
    const [chosen = '', ...more] = filledIn(sent);
    if (more.length > 0) return { ok: false, issue: 'choose-one' };
    const step = /^\d$/.test(chosen) ? Number(chosen) : 0;
    return step >= 1 && step <= steps ? { ok: true, answer: { step } } : { ok: false, issue: 'not-an-option' };
  },
  toForm: (_question, _order, { step }) => [String(step)],
  score: () => 0,
  explain: ({ steps, ends }, answer, language = 'da') => ({
    options: [],
    noted: answer
      ? `${answer.step} ${language === 'da' ? 'af' : 'of'} ${steps} (1: ${ends.from}, ${steps}: ${ends.to})`
      : '',
  }),
  key: ({ steps }) => ({ demands: JSON.stringify(steps), texts: {} }),
  right: ({ steps }) => ({ step: steps }),
  wrong: () => ({ step: 1 }),
  samples: [
    {
      id: 'scale',
      kind: 'scale',
      facts: ['m1-f01'],
      text: 'Jeg lader borgeren beholde musen, også når der er kø',
      steps: 5,
      ends: { from: 'Sjældent', to: 'Altid' },
    },
  ],
} satisfies QuestionKind<Scale, { steps: number; ends: Scale['ends'] }, Placed>;
