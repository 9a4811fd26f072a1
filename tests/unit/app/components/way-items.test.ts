import { expect, test } from 'vitest';
import { wayItems } from '#app/components/way-items.ts';
import { translator } from '#app/platform/translator.server.ts';
import type { CourseView } from '#app/use-cases/learning/see-course.server.ts';
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
])('a course that is %s says what becomes of the certificate at its end', (state, status, text) => {
  expect(endOf(state)).toMatchObject({ status, text: expect.stringContaining(text) });
});

/** A course of one day, which tells when it is. The list of its steps stays the same one. */
const steps = [{ id: 'day', kind: 'day', status: 'open', state: 'open', title: { da: 'Kursusdag', en: 'Course day' } }];
const dayCourse = (more: Partial<CourseView> = {}) =>
  ({
    enrolmentId: 'one',
    state: 'active',
    over: false,
    flow: { is: 'step', id: 'day' },
    steps,
    days: [{ step: 'day', heldOn: '2026-12-01', startsAt: '09:00', place: 'Aarhus' }],
    ...more,
  }) as unknown as CourseView;
const english = { t: translator({ language: 'en' }, 'adviser'), common: translator({ language: 'en' }, 'common') };

test('the same course has the same list', () => {
  expect(wayItems(words, language, dayCourse())).toBe(wayItems(words, language, dayCourse()));
});

test('what is written once is not told of another language, day, enrolment or state', () => {
  const [danish] = wayItems(words, language, dayCourse());
  expect(danish).toMatchObject({ title: 'Kursusdag', href: '/enrolments/one/steps/day' });
  expect(danish?.text).toContain('1. december');
  const [told] = wayItems(english, 'en', dayCourse());
  expect(told).toMatchObject({ title: 'Course day' });
  expect(told?.text).toContain('1 December');
  const days = [{ step: 'day', heldOn: '2026-12-08', startsAt: '09:00', place: 'Aarhus' }];
  expect(wayItems(words, language, dayCourse({ days }))[0]?.text).toContain('8. december');
  expect(wayItems(words, language, dayCourse({ enrolmentId: 'two' }))[0]).toMatchObject({
    href: '/enrolments/two/steps/day',
  });
  expect(wayItems(words, language, dayCourse({ state: 'certified' })).at(-1)).toMatchObject({ status: 'done' });
  expect(wayItems(words, language, dayCourse()).at(-1)).toMatchObject({ status: 'closed' });
});
