import { expect, test } from 'vitest';
import { unpack } from '#app/components/packed.ts';
import { wayShown } from '#app/components/way-shown.ts';
import { translator } from '#app/platform/translator.server.ts';
import type { CourseView } from '#app/use-cases/learning/see-course.server.ts';

const language = 'da';
const words = { t: translator({ language }, 'adviser'), common: translator({ language }, 'common') };
/** A course of one day, which tells when it is. The list of its steps stays the same one. */
const steps = [{ id: 'day', kind: 'day', status: 'open', state: 'open', title: { da: 'Kursusdag', en: 'Course day' } }];
const dayCourse = (more: Partial<CourseView> = {}) =>
  ({
    enrolmentId: 'one',
    state: 'active',
    over: false,
    flow: { is: 'step', id: 'day' },
    line: { columns: 1, lanes: 1, places: [{ id: 'day', kind: 'day', column: 0, lane: 0 }], links: [] },
    steps,
    days: [{ step: 'day', heldOn: '2026-12-01', startsAt: '09:00', place: 'Aarhus' }],
    ...more,
  }) as unknown as CourseView;
const itemsOf = (of: typeof words, spoken: 'da' | 'en', course: CourseView) =>
  unpack(wayShown(of, spoken, course)).items;
const english = { t: translator({ language: 'en' }, 'adviser'), common: translator({ language: 'en' }, 'common') };

test('the same course has the same way', () => {
  expect(wayShown(words, language, dayCourse())).toBe(wayShown(words, language, dayCourse()));
});

test('what is written once is not told of another language, day, enrolment or state', () => {
  const [danish] = itemsOf(words, language, dayCourse());
  expect(danish).toMatchObject({ title: 'Kursusdag', href: '/enrolments/one/steps/day' });
  expect(danish?.text).toContain('1. december');
  const [told] = itemsOf(english, 'en', dayCourse());
  expect(told).toMatchObject({ title: 'Course day' });
  expect(told?.text).toContain('1 December');
  const days = [{ step: 'day', heldOn: '2026-12-08', startsAt: '09:00', place: 'Aarhus' }];
  expect(itemsOf(words, language, dayCourse({ days }))[0]?.text).toContain('8. december');
  expect(itemsOf(words, language, dayCourse({ enrolmentId: 'two' }))[0]).toMatchObject({
    href: '/enrolments/two/steps/day',
  });
  expect(itemsOf(words, language, dayCourse({ state: 'certified' })).at(-1)).toMatchObject({ status: 'done' });
  expect(itemsOf(words, language, dayCourse()).at(-1)).toMatchObject({ status: 'closed' });
});

test('the drawing is of the state that the list is of', () => {
  const statuses = (state: string) =>
    unpack(wayShown(words, language, dayCourse({ state }))).plan.marks.map(({ status }) => status);
  expect(statuses('active')).toEqual(['closed', 'open']);
  expect(statuses('certified')).toEqual(['done', 'open']);
});

test('the browser reads the same way out of its text', () => {
  const way = wayShown(words, language, dayCourse());
  expect(Object.keys(way)).toEqual(['text']);
  expect(unpack({ text: way.text })).toEqual(unpack(way));
});
