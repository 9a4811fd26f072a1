import type { Question } from '#curriculum/quiz/question.ts';

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

export const base = { facts: ['m1-f01'], text: 'Hvad gør du?' };
export const single = (id: string): Of<'single'> => ({
  ...base,
  id,
  kind: 'single',
  options: ['a', 'b', 'c'].map((option) => ({
    id: option,
    text: `Svar ${option}`,
    correct: option === 'b',
    feedback: `Fordi ${option}`,
  })),
});
export const multiple: Of<'multiple'> = {
  ...base,
  id: 'm',
  kind: 'multiple',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id, correct: id !== 'c', feedback: id })),
};
export const numeric: Of<'numeric'> = {
  ...base,
  id: 'n',
  kind: 'numeric',
  answer: 12.5,
  tolerance: 0.1,
  unit: 'pct.',
  feedback: { right: 'Ja', wrong: 'Nej' },
};
export const short: Of<'short-text'> = {
  ...base,
  id: 's',
  kind: 'short-text',
  accept: ['MitID Erhverv'],
  feedback: { right: 'Ja', wrong: 'Nej' },
};
export const trueFalse = (answer: boolean): Of<'true-false'> => ({
  ...base,
  id: 't',
  kind: 'true-false',
  answer,
  feedback: { right: 'Ja', wrong: 'Nej' },
});
