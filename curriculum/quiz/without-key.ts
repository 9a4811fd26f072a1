import type { Feedback } from './feedback-of.ts';

/** What may be shown before another try: what was answered and how it was, never why nor what would have been right. */
export const withoutKey = ({ verdict, options, parts, noted }: Feedback): Feedback => ({
  verdict,
  options: options.filter(({ chosen }) => chosen),
  ...(parts && { parts: withoutExpected(parts) }),
  ...(noted !== undefined && { noted }),
});

/**
 * What may be shown about an answer while the test is not passed: how it was and why, but of a wrong answer not what would
 * have been right.
 */
export function withReasonsOnly(feedback: Feedback): Feedback {
  if (feedback.verdict === 'right' || feedback.verdict === 'noted') return feedback;
  const { said, parts, ...rest } = feedback;
  return {
    ...rest,
    options: feedback.options.filter(({ chosen }) => chosen),
    ...(said && { said: { answer: said.answer, feedback: said.feedback } }),
    ...(parts && { parts: withoutExpected(parts) }),
  };
}

const withoutExpected = (parts: NonNullable<Feedback['parts']>) => ({
  ...parts,
  each: parts.each.map(({ expected: _, ...each }) => each),
});
