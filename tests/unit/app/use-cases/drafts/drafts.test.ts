import { describe, expect, test } from 'vitest';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { listDrafts } from '#app/use-cases/drafts/list-drafts.ts';
import { seeDraft } from '#app/use-cases/drafts/see-draft.server.ts';
import { seeDraftBank } from '#app/use-cases/drafts/see-draft-bank.server.ts';
import { seeDraftStep } from '#app/use-cases/drafts/see-draft-step.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import { feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { shippedCatalogue } from '../../../../world.ts';

const course = 'it-paedagogisk-vejleder';
const draft = { course, edition: '2026.2' };
const { editions, presentations } = shippedCatalogue;
const folder = `curriculum/courses/${course}`;
const warning = (file: string, message: string) =>
  ({ ...{ file, line: 7, column: 1, path: '', message }, severity: 'warning' }) as const;
/** The shipped editions as they were before 2026.2 was published. */
const published = { [`${course}/2026.1`]: '', 'fornyelse/2026.1': '' };
const world = {
  catalogue: catalogueOf(
    editions.filter((each) => each.course.edition !== '2027.1'),
    published,
    presentations,
    [warning(`${folder}/2026.2/m1.md`, 'Look here.'), warning(`${folder}/2026.1/m1.md`, 'Not here.')],
  ),
  glossary: [],
} as unknown as Parameters<typeof seeDraftStep>[0];

const with_ = (...roles: Role[]): Viewer =>
  ({ personId: 'p', name: 'P', grants: roles.map((role) => ({ role, serviceId: null })) }) as unknown as Viewer;
const leader = with_('course-leader');
const readers: Role[] = ['course-leader', 'agency', 'administrator'];
const others: Role[] = ['adviser', 'contact-person'];

describe('a draft', () => {
  test('is read by leaders, the agency and administrators, and by nobody else', () => {
    for (const role of readers) {
      expect(listDrafts(world, with_(role), course), role).toEqual(['2026.2']);
      expect(seeDraft(world, with_(role), draft)?.edition, role).toBe('2026.2');
      expect(seeDraftStep(world, with_(role), { ...draft, step: 'm1', language: 'da' })?.id, role).toBe('m1');
    }
    for (const role of others) {
      expect(listDrafts(world, with_(role), course), role).toEqual([]);
      expect(seeDraft(world, with_(role), draft), role).toBeUndefined();
      expect(seeDraftStep(world, with_(role), { ...draft, step: 'm1', language: 'da' }), role).toBeUndefined();
    }
    expect(listDrafts(world, null, course)).toEqual([]);
  });

  test('is no page once it is published, nor where no such edition or step is', () => {
    expect(seeDraft(world, leader, { course, edition: '2026.1' })).toBeUndefined();
    for (const none of ['2099.1', '__proto__', 'constructor'])
      expect(seeDraft(world, leader, { course, edition: none }), none).toBeUndefined();
    for (const step of ['m1-test', 'none', '__proto__'])
      expect(seeDraftStep(world, leader, { ...draft, step, language: 'da' }), step).toBeUndefined();
    expect(seeDraftBank(world, leader, { course, edition: '2026.1', bank: 'm1', language: 'da' })).toBeUndefined();
  });

  test('says what publishing would: the class since the edition published before, and its own warnings', () => {
    const view = seeDraft(world, leader, draft)!;
    expect(view.change).toMatchObject({ since: '2026.1', change: 'material' });
    expect(view.warnings).toEqual([{ file: 'm1.md', line: 7, message: 'Look here.' }]);
    expect(view.steps.find(({ id }) => id === 'm1')?.text).toBe('both');
    // Another draft between them is not what the advisers have now.
    const later = editions.find((each) => each.course.edition === '2027.1');
    if (!later) return;
    const both = { ...world, catalogue: catalogueOf(editions, published) };
    expect(seeDraft(both, leader, { course, edition: '2027.1' })?.change?.since).toBe('2026.1');
  });

  test('has its texts in both languages, Danish where there is no English, with every exercise opened', () => {
    const english = seeDraftStep(world, leader, { ...draft, step: 'm1', language: 'en' })!;
    expect(english.language).toBe('en');
    expect(seeDraftStep(world, leader, { ...draft, step: 'm1', language: 'da' })!.language).toBe('da');
    expect(seeDraftStep(world, leader, { ...draft, step: 'm3', language: 'en' })!.language).toBe('da');
    const shown = english.sections.flatMap(({ parts }) =>
      parts.flatMap((part) => ('html' in part ? [] : part.exercise)),
    );
    expect(english.exercises.map(({ id }) => id)).toEqual(shown);
    expect(english.exercises.find((each) => each.is === 'dialogue')).toMatchObject({
      dialogue: { nodes: expect.any(Object) },
      language: 'en',
    });
    const check = english.exercises.find((each) => each.is === 'check');
    expect(check?.is === 'check' && check.question.options.some(({ correct }) => correct)).toBe(true);
  });
});

describe('the questions of a draft', () => {
  const see = (viewer: Viewer, bank = 'm1') => seeDraftBank(world, viewer, { ...draft, bank, language: 'da' });

  test('are seen by who reviews them, never by who is an adviser too, nor by the agency', () => {
    for (const viewer of [leader, with_('administrator')]) {
      expect(see(viewer)?.questions.length).toBeGreaterThan(0);
      expect(seeDraft(world, viewer, draft)?.banks?.map(({ id }) => id)).toContain('m1');
    }
    for (const viewer of [
      with_('agency'),
      with_('adviser'),
      with_('contact-person'),
      with_('course-leader', 'adviser'),
    ]) {
      expect(see(viewer)).toBeUndefined();
      expect(seeDraft(world, viewer, draft)?.banks ?? null).toBeNull();
    }
    expect(see(leader, 'none')).toBeUndefined();
  });

  test('show the key that they are scored by, and what is said to each answer', () => {
    const edition = world.catalogue.find(course, '2026.2')!;
    for (const [bank, questions] of edition.banks) {
      const shown = see(leader, bank)!.questions;
      expect(shown.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
      for (const [at, question] of questions.entries()) {
        const view = shown[at]!;
        const right = feedbackOf(question, kindOf(question).right(question));
        const chosen = right.options.filter((option) => option.chosen).map(({ text }) => text);
        expect(
          view.options.filter(({ correct }) => correct).map(({ text }) => text),
          view.id,
        ).toEqual(chosen);
        expect(
          view.options.every(({ feedback }) => feedback !== ''),
          view.id,
        ).toBe(true);
        if ('feedback' in question) expect(view.feedback, view.id).toEqual(question.feedback);
        const parts = (right.parts?.each ?? []).map(({ text, given }) => ({ text, expected: given }));
        expect(view.parts, view.id).toEqual(parts);
        const isKnown = view.options.length + view.parts.length > 0 || view.expected !== undefined;
        expect(isKnown || question.kind === 'scale', view.id).toBe(true);
      }
    }
  });
});
