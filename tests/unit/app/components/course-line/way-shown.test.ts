import { expect, test } from 'vitest';
import { wayShown } from '#app/components/course-line/way-shown.server.tsx';
import { translator } from '#app/platform/translator.server.ts';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';

const language = 'da';
const wordsOf = (language: 'da' | 'en') => ({
  t: translator({ language }, 'adviser'),
  way: translator({ language }, 'way'),
  common: translator({ language }, 'common'),
});
const words = wordsOf(language);
/** A course with one course day and its date. The array of steps is always the same one. */
const steps = [{ id: 'day', kind: 'day', status: 'open', state: 'open', title: { da: 'Kursusdag', en: 'Course day' } }];
const dayCourse = (more: Partial<CourseView> = {}) =>
  ({
    enrolmentId: 'one',
    state: 'active',
    over: false,
    flow: { is: 'step', id: 'day' },
    line: { columns: 1, lanes: 1, places: [{ id: 'day', kind: 'day', column: 0, lane: 0 }], links: [], groups: [] },
    steps,
    days: [{ step: 'day', heldOn: '2026-12-01', startsAt: '09:00', place: 'Aarhus' }],
    ...more,
  }) as unknown as CourseView;
const english = wordsOf('en');
/** The status (from the class), link and text of each list item of the upright line. */
const itemsOf = (html: string) => html.slice(html.indexOf('<ol')).split('<li ').slice(1);

test('a cached drawing is not reused for another language, day, enrolment or state', () => {
  const danish = wayShown(words, language, dayCourse());
  expect(itemsOf(danish)[0]).toContain('<a href="/enrolments/one/steps/day">Kursusdag</a>');
  expect(itemsOf(danish)[0]).toContain('1. december');
  // The legend is in the language of the page too.
  expect(danish).toContain(`<span>${words.common('kind.lesson')}</span>`);
  const told = wayShown(english, 'en', dayCourse());
  expect(itemsOf(told)[0]).toContain('>Course day</a>');
  expect(itemsOf(told)[0]).toContain('1 December');
  expect(told).toContain(`<span>${english.common('kind.lesson')}</span>`);
  const days = [{ id: 'first', regret: null, step: 'day', heldOn: '2026-12-08', startsAt: '09:00', place: 'Aarhus' }];
  expect(itemsOf(wayShown(words, language, dayCourse({ days })))[0]).toContain('8. december');
  expect(itemsOf(wayShown(words, language, dayCourse({ enrolmentId: 'two' })))[0]).toContain(
    'href="/enrolments/two/steps/day"',
  );
  expect(itemsOf(wayShown(words, language, dayCourse({ state: 'certified' }))).at(-1)).toContain('step--done');
  expect(itemsOf(wayShown(words, language, dayCourse())).at(-1)).toContain('step--closed');
  // The first drawing has not changed.
  expect(wayShown(words, language, dayCourse())).toBe(danish);
});

test('a way is drawn once for the same steps', () => {
  let asked = 0;
  const counting = {
    ...words,
    t: ((...from: unknown[]) => {
      asked++;
      return (words.t as unknown as (...from: unknown[]) => string)(...from);
    }) as unknown as typeof words.t,
  };
  const own = { steps: [...steps] } as unknown as Partial<CourseView>;
  wayShown(counting, language, dayCourse(own));
  expect(asked).toBeGreaterThan(0);
  asked = 0;
  wayShown(counting, language, dayCourse(own));
  expect(asked).toBe(0);
});

test('the drawing and the list show the same state', () => {
  const marks = (state: EnrolmentState) => {
    const html = wayShown(words, language, dayCourse({ state }));
    return [...html.slice(0, html.indexOf('</svg>')).matchAll(/node--([\w-]+)/g)].map(([, status]) => status);
  };
  expect(marks('active')).toEqual(['closed', 'open']);
  expect(marks('certified')).toEqual(['done', 'open']);
});
