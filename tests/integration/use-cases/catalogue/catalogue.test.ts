import { afterEach, expect, test } from 'vitest';
import { seeCatalogue } from '#app/use-cases/catalogue/see-catalogue.server.ts';
import { seeCoursePresented } from '#app/use-cases/catalogue/see-course-presented.server.ts';
import { seeSampleLesson } from '#app/use-cases/catalogue/see-sample-lesson.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { seeSeat } from '#app/use-cases/holds/seats/see-seat.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

const client = '192.0.2.1';

onBothDatabases('the public catalogue', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { course } = world.catalogue.editions.at(-1)!;
    return { ...cast, course: course.id };
  }

  test('shows holds, days and the names of leaders to everybody, and nothing else of anybody', async () => {
    const { adviser, leader, course, holdId } = await stage();
    await requestSeat(world, adviser, { holdId });
    const seen = await seeCatalogue(world, null, client);
    if (!seen.ok) throw new Error(seen.reason);
    const entry = seen.view.courses.find(({ id, holds }) => id === course && holds.length > 0)!;
    expect(entry.holds).toEqual([
      expect.objectContaining({ id: holdId, seats: 20, taken: 0, leaders: ['Karla Eksempel'] }),
    ]);
    expect(entry.minutes).toBeGreaterThan(0);
    expect(seen.view.own).toEqual([]);
    const all = JSON.stringify(seen);
    for (const secret of [adviser.name, adviser.personId, leader.personId, '@']) expect(all).not.toContain(secret);
  });

  test('tells the answer to its question only when one was chosen, and an unknown course is none', async () => {
    const { course } = await stage();
    const see = async (answer: string | null, asked = course) => {
      const seen = await seeCoursePresented(world, null, { course: asked, client, answer });
      if (!seen.ok) throw new Error(seen.reason);
      return seen.view;
    };
    const { question } = world.catalogue.presentations[course]!;
    const right = question!.options.findIndex((option) => option.right);
    expect((await see(null))!.question!.answered).toBeNull();
    for (const strange of ['9', '-1', 'x', '1 ']) expect((await see(strange))!.question!.answered).toBeNull();
    expect(JSON.stringify(await see(null))).not.toContain(question!.options[right]!.feedback.da);
    expect((await see(String(right)))!.question!.answered).toMatchObject({ isRight: true });
    const wrong = right === 0 ? 1 : 0;
    expect((await see(String(wrong)))!.question!.answered).toMatchObject({
      isRight: false,
      feedback: question!.options[wrong]!.feedback,
    });
    for (const none of ['ukendt', '__proto__', 'constructor']) expect(await see(null, none)).toBeUndefined();
  });

  test('has a lesson that everybody may read, without what is to be done in it', async () => {
    const { course } = await stage();
    const seen = await seeSampleLesson(world, null, { course, client, language: 'en' });
    if (!seen.ok || !seen.view) throw new Error('no lesson');
    expect(seen.view.sections.length).toBeGreaterThan(0);
    expect(seen.view.language).toBe('da');
    expect(seen.view.sections.flatMap(({ parts }) => parts).every((part) => 'html' in part)).toBe(true);
    expect(await seeSampleLesson(world, null, { course: 'fornyelse', client, language: 'da' })).toEqual({
      ok: true,
      view: undefined,
    });
  });

  test('tells that lesson in the language of the reader where the edition has it', async () => {
    const { course } = await stage();
    const { catalogue } = world;
    const languageFor = async (language: 'da' | 'en') => {
      const seen = await seeSampleLesson({ ...world, catalogue: inEnglish }, null, { course, client, language });
      return seen.ok && seen.view?.language;
    };
    const inEnglish = {
      ...catalogue,
      find: (...of: Parameters<typeof catalogue.find>) => {
        const edition = catalogue.find(...of);
        if (!edition) return undefined;
        const readings = [...edition.readings].map(([id, reading]) => [id, { ...reading, language: 'en' }] as const);
        return { ...edition, english: { ...edition.english, readings: new Map(readings) } };
      },
    };
    expect(await languageFor('en')).toBe('en');
    expect(await languageFor('da')).toBe('da');
  });

  test('asks an address that opens too much to wait, and nobody who is signed in', async () => {
    const { adviser, course } = await stage();
    world.tries.set(`catalogue-from:${client}`, { hits: 600, endsAt: Date.parse(world.now()) + 60_000 });
    expect(await seeCatalogue(world, null, client)).toEqual({ ok: false, reason: 'too-many', seconds: 60 });
    expect(await seeSampleLesson(world, null, { course, client, language: 'en' })).toMatchObject({
      reason: 'too-many',
    });
    expect((await seeCatalogue(world, adviser, client)).ok).toBe(true);
    expect((await seeCatalogue(world, null, '192.0.2.2')).ok).toBe(true);
  });

  test('says what asking for a seat does and changes nothing by it', async () => {
    const { adviser, leader, holdId } = await stage();
    expect(await seeSeat(world, adviser, holdId)).toMatchObject({
      hold: { id: holdId, leaders: ['Karla Eksempel'] },
      own: null,
      certificate: null,
    });
    expect(await world.db.selectFrom('enrolment').selectAll().execute()).toEqual([]);
    expect(await seeSeat(world, adviser, 'none')).toBeUndefined();
    expect(await seeSeat(world, leader, holdId)).toBeUndefined();
    await requestSeat(world, adviser, { holdId });
    expect(await seeSeat(world, adviser, holdId)).toMatchObject({ own: { holdId } });
    const other = await somebody(world, { givenName: 'Bo', roles: ['adviser'] });
    expect(await seeSeat(world, other, holdId)).toMatchObject({ own: null });
  });
});
