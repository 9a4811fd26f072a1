import { afterEach, expect, test } from 'vitest';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { courseFile } from '#app/platform/course-file.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { rememberPlace } from '#app/use-cases/learning/remember-place.server.ts';
import { sayReply } from '#app/use-cases/learning/say-reply.server.ts';
import { seeDialogue } from '#app/use-cases/learning/see-dialogue.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { tryExercise } from '#app/use-cases/learning/try-exercise.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { exerciseCourse } from '../../../exercise-course.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

onBothDatabases('a lesson with exercises', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function opened() {
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf([exerciseCourse()]) });
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    const place = { enrolmentId, step: 'a' };
    const lesson = async () => {
      const view = await seeStep(world, cast.adviser, place);
      if (view?.kind !== 'lesson') throw new Error('This is no lesson.');
      return view;
    };
    const send = (exercise: string, ...sent: string[]) =>
      tryExercise(world, cast.adviser, { ...place, exercise, sent });
    const check = async () => {
      const found = (await lesson()).exercises.find(({ id }) => id === 'mangler');
      if (found?.is !== 'check') throw new Error('This is no check.');
      return found;
    };
    /** The value that the form sends for the option with this text. */
    const valueFor = async (text: string) => {
      const { question } = await check();
      return question.kind === 'single' ? question.options.find((each) => each.text === text)!.id : '';
    };
    return { ...cast, place, lesson, send, check, valueFor };
  }

  test('is read once its required exercises were tried, right or not', async () => {
    const { adviser, place, lesson, send, valueFor } = await opened();
    expect(await readLesson(world, adviser, place)).toMatchObject({
      ok: false,
      reason: 'exercises-left',
      left: [{ id: 'mangler' }, { id: 'svar' }, { id: 'liste' }],
    });
    expect((await lesson()).left).toEqual(['mangler', 'svar', 'liste']);
    expect(await send('mangler', await valueFor('En kode'))).toEqual({ ok: true });
    expect(await send('svar')).toEqual({ ok: true });
    expect((await lesson()).left).toEqual(['liste']);
    expect(await send('liste')).toEqual({ ok: true });
    expect(await readLesson(world, adviser, place)).toEqual({ ok: true });
    expect(await readLesson(world, adviser, place)).toEqual({ ok: true });
    expect((await lesson()).status).toBe('done');
  });

  test('gives a hint after a first wrong answer, the key after a second, and says when it is right', async () => {
    const { send, check, valueFor } = await opened();
    expect(JSON.stringify(await check())).not.toContain('Nej.');
    await send('mangler', await valueFor('En kode'));
    const once = await check();
    expect(once).toMatchObject({ tries: 1, hint: 'Se på figuren.', feedback: { verdict: 'wrong' } });
    expect(JSON.stringify(once)).not.toContain('"correct":true');
    await send('mangler', await valueFor('En kode'));
    expect(JSON.stringify((await check()).answer)).toContain('"correct":true');
    await send('mangler', await valueFor('En rettighed'));
    expect(await check()).toMatchObject({ tries: 3, feedback: { verdict: 'right' } });
    expect(await check()).not.toHaveProperty('hint');
  });

  test('keeps the first and the last answer', async () => {
    const { send, valueFor } = await opened();
    await send('mangler', await valueFor('En kode'));
    await send('mangler', await valueFor('En rettighed'));
    const row = await world.db.selectFrom('exercise_try').selectAll().executeTakeFirstOrThrow();
    expect([row.tries, row.first_answer, row.last_answer]).toEqual([2, '{"chosen":["b"]}', '{"chosen":["a"]}']);
  });

  test('counts a form that is sent twice as one try, also at the same time, and another answer from it as another', async () => {
    const { adviser, place, valueFor } = await opened();
    const form = (sent: string) =>
      tryExercise(world, adviser, { ...place, exercise: 'mangler', sent: [sent], operationId: 'op-1' });
    const [wrong, right] = [await valueFor('En kode'), await valueFor('En rettighed')];
    expect(await Promise.all([form(wrong), form(wrong)])).toEqual([{ ok: true }, { ok: true }]);
    await form(right);
    expect(await form(wrong)).toEqual({ ok: true });
    const row = await world.db.selectFrom('exercise_try').selectAll().executeTakeFirstOrThrow();
    expect([row.tries, row.last_answer]).toEqual([2, '{"chosen":["a"]}']);
  });

  test('refuses what is no answer, and changes nothing', async () => {
    const { send, lesson } = await opened();
    expect(await send('mangler')).toEqual({ ok: false, reason: 'not-an-answer', issue: 'empty' });
    expect(await send('mangler', '9')).toEqual({ ok: false, reason: 'not-an-answer', issue: 'not-an-option' });
    expect(await send('liste', '2')).toEqual({ ok: false, reason: 'not-an-answer', issue: 'not-an-option' });
    expect(await send('karen')).toEqual({ ok: false, reason: 'not-found' });
    expect(await send('nix')).toEqual({ ok: false, reason: 'not-found' });
    expect((await lesson()).left).toHaveLength(3);
  });

  test('is tried by nobody but its adviser', async () => {
    const { place, leader, colleague } = await opened();
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.odense });
    for (const viewer of [leader, colleague, stranger]) {
      const tried = await tryExercise(world, viewer, { ...place, exercise: 'svar', sent: [] });
      const said = await sayReply(world, viewer, { ...place, dialogue: 'karen', way: [], reply: 'tag' });
      const seen = await seeDialogue(world, viewer, { ...place, dialogue: 'karen', way: [] });
      expect([tried, said, seen]).toEqual([
        { ok: false, reason: 'not-found' },
        { ok: false, reason: 'not-found' },
        undefined,
      ]);
    }
  });

  test('has a dialogue that is tried at an end, and remembers every way', async () => {
    const { adviser, place, lesson } = await opened();
    const talk = { ...place, dialogue: 'karen' };
    const state = async () => (await lesson()).exercises.find(({ id }) => id === 'karen');
    expect(await state()).toMatchObject({ tries: 0, found: 0, of: 2 });
    const start = await seeDialogue(world, adviser, { ...talk, way: [] });
    expect(start).toMatchObject({ replies: [{ tried: false }, { tried: false }], toCome: 1, hint: 'Hvem har musen?' });
    expect(JSON.stringify(start)).not.toMatch(/verdict|Karen ser|gjorde/);
    expect(await sayReply(world, adviser, { ...talk, way: [], reply: 'tag' })).toEqual({ ok: true, way: 'tag' });
    expect(await state()).toMatchObject({ tries: 1, found: 1 });
    expect(await seeDialogue(world, adviser, { ...talk, way: ['tag'] })).toMatchObject({
      end: { title: 'Du gjorde det' },
      turns: [{ before: '', reply: { verdict: 'poor', consequence: 'Karen ser væk.' } }],
      ends: [{ found: false, title: '' }, { found: true }],
    });
    await sayReply(world, adviser, { ...talk, way: [], reply: 'spoerg' });
    expect(await seeDialogue(world, adviser, { ...talk, way: [] })).toMatchObject({
      replies: [{ tried: true }, { tried: true }],
      found: 2,
    });
  });

  test('refuses a way that its dialogue does not have', async () => {
    const { adviser, place } = await opened();
    const talk = { ...place, dialogue: 'karen' };
    expect(await seeDialogue(world, adviser, { ...talk, way: ['nix'] })).toBeUndefined();
    expect(await sayReply(world, adviser, { ...talk, way: ['tag'], reply: 'tag' })).toMatchObject({ ok: false });
    expect(await sayReply(world, adviser, { ...talk, way: [], reply: '' })).toEqual({
      ok: false,
      reason: 'choose-one',
    });
  });

  test('remembers a smaller heading as the place that was reached, and names its neighbours', async () => {
    const { adviser, place, lesson } = await opened();
    expect(await rememberPlace(world, adviser, { ...place, section: 'huset' })).toEqual({ ok: true });
    expect(await lesson()).toMatchObject({ place: 'huset', after: { id: 'p', status: 'closed' } });
    expect(await lesson()).not.toHaveProperty('before');
  });

  test('serves its figures for ever by their digest, with their dark colours', async () => {
    await opened();
    const [address] = [...exerciseCourse().courseFiles].find(([, { name }]) => name === 'figures/hus.svg')!;
    const response = (await courseFile(world.catalogue, '.', address, null))!;
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toContain('@media (prefers-color-scheme:dark){[fill="#00505a" i]{fill:#83c9d1}');
    expect(await courseFile(world.catalogue, '.', '../course.yaml', null)).toBeUndefined();
  });
});
