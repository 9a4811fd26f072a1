import { expect, test } from 'vitest';
import { learnedIn } from '#curriculum/certification/what-is-learned.ts';
import type { Course } from '#curriculum/flow/course.ts';

const words = (text: string) => ({ da: text, en: text });
const lesson = (id: string, minutes: number, goals?: string[]) => ({
  id,
  kind: 'lesson' as const,
  title: words(id),
  minutes,
  ...(goals && { goals: goals.map(words) }),
});
const step = (id: string) => ({ is: 'step' as const, id });
const course = {
  steps: [
    lesson('rolle', 60, ['kan sin tavshedspligt', 'kender fuldmagter']),
    lesson('moms', 45),
    lesson('kort', 20),
    lesson('lang', 30),
    { id: 'dag', kind: 'day', title: words('Kursusdagen') },
  ],
  flow: {
    is: 'in-order',
    of: [
      step('rolle'),
      { is: 'all', of: [step('moms'), step('dag')] },
      { is: 'choose', n: 1, of: [step('lang'), step('kort')] },
    ],
  },
} as unknown as Course;

test('what is learned are the goals of a step where the edition has them, else the title of the lesson', () => {
  const { always, choices } = learnedIn(course);
  expect(always.map(({ da }) => da)).toEqual(['kan sin tavshedspligt', 'kender fuldmagter', 'moms']);
  expect(choices).toEqual([{ n: 1, of: [words('lang'), words('kort')] }]);
});

test('the extent is the minutes of the lessons that everybody takes, with the shortest of those to choose among', () =>
  expect(learnedIn(course).minutes).toBe(60 + 45 + 20));
