import { expect, test } from 'vitest';
import { wayItems } from '#app/components/course-line/way-items.ts';
import { translator } from '#app/platform/translator.server.ts';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';

const language = 'da';
const words = { t: translator({ language }, 'adviser'), common: translator({ language }, 'common') };
const endOf = (state: string) => {
  const course = {
    state,
    over: isOver(state),
    flow: { is: 'in-order', of: [] },
    steps: [],
    days: [],
  } as unknown as CourseView;
  return wayItems(words, language, course).at(-1);
};

test.each([
  ['active', 'closed', 'Udstedes samme dag'],
  ['certified', 'done', 'Udstedt.'],
  ['withheld', 'closed', 'Holdt tilbage'],
  ['annulled', 'closed', 'Udstedes ikke'],
  ['withdrawn', 'closed', 'Udstedes ikke'],
  ['lapsed', 'closed', 'Udstedes ikke'],
])('a course that is %s tells what happens to the certificate at its end', (state, status, text) => {
  expect(endOf(state)).toMatchObject({ status, text: expect.stringContaining(text) });
});
