import { expect, test } from 'vitest';
import { wayItems } from '#app/components/course-line/way-items.ts';
import { translator } from '#app/platform/translator.server.ts';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import { isOver } from '#curriculum/flow/life-cycle.ts';

const language = 'da';
const words = {
  t: translator({ language }, 'adviser'),
  way: translator({ language }, 'way'),
  common: translator({ language }, 'common'),
};
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

test.each([
  ['closed', 'Åbner kun, hvis du ikke består Prøven'],
  ['open', 'Åben, fordi du ikke bestod Prøven'],
  ['not-chosen', 'Du bestod Prøven, så du behøver den ikke'],
])('an extra lesson of a test that is %s is listed after it with its reason', (status, text) => {
  const step = (id: string, title: string, more: object) => ({
    id,
    title: { da: title, en: title },
    state: 'x',
    ...more,
  });
  const course = {
    enrolmentId: 'one',
    state: 'active',
    over: false,
    ownTime: 1,
    flow: { is: 'step', id: 'test', whenFailed: ['igen'] },
    steps: [
      step('test', 'Prøven', { kind: 'quiz', status: 'open', attempts: { used: 1, of: 3 } }),
      step('igen', 'Igen', {
        kind: 'lesson',
        status,
        ...(status === 'closed' && { because: { reason: 'only-when-failed', test: 'test' } }),
      }),
    ],
    days: [],
  } as unknown as CourseView;
  const [test, extra] = wayItems(words, language, course);
  expect([test!.id, extra!.id]).toEqual(['test', 'igen']);
  expect(extra).toMatchObject({ href: '/enrolments/one/steps/igen', text: expect.stringContaining(text) });
});
