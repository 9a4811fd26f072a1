import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { startQuiz } from '#app/use-cases/learning/quiz/start-quiz.server.ts';
import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { sayReply } from '#app/use-cases/learning/say-reply.server.ts';
import { seeDialogue } from '#app/use-cases/learning/see-dialogue.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { tryExercise } from '#app/use-cases/learning/try-exercise.server.ts';
import { parseEdition } from '#curriculum/content/parse-edition.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { twoLanguages } from '../../../unit/curriculum/content/translations/english-files.ts';
import { type FakeWorld, fakeWorld } from '../../../world.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
function courseIn(files: Record<string, string>) {
  const parsed = parseEdition(new Map(Object.entries(files)), 'kursus/2026.1', { digest });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return catalogueOf([parsed.edition]);
}

onBothDatabases('a course in two languages', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function opened(files: Record<string, string> = twoLanguages) {
    world = await fakeWorld(await fresh(), { catalogue: courseIn(files) });
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    return { ...cast, place: { enrolmentId, step: 'a' } };
  }

  test('is told in the language of the reader, and a try in one language is there in the other', async () => {
    const { place, ...cast } = await opened();
    const lesson = async (language: 'da' | 'en') => {
      const view = await seeStep(world, cast.adviser, { ...place, language });
      if (view?.kind !== 'lesson') throw new Error('This is no lesson.');
      return view;
    };
    const check = async (language: 'da' | 'en') => {
      const found = (await lesson(language)).exercises.find(({ id }) => id === 'mangler');
      if (found?.is !== 'check' || found.question.kind !== 'single') throw new Error('This is no check.');
      return { ...found, question: found.question };
    };
    expect(await lesson('en')).toMatchObject({ language: 'en', sections: [{ title: 'Introduction' }, {}, {}] });
    expect(await lesson('da')).toMatchObject({ language: 'da', sections: [{ title: 'Oplæg' }, {}, {}] });
    const wrong = (await check('en')).question.options.find(({ text }) => text === 'A code')!.id;
    expect(await tryExercise(world, cast.adviser, { ...place, exercise: 'mangler', sent: [wrong] })).toEqual({
      ok: true,
    });
    expect(await check('en')).toMatchObject({
      ...{ language: 'en', tries: 1, hint: 'Look at the figure.', given: [wrong] },
      feedback: { verdict: 'wrong', options: [{ text: 'A code', feedback: 'No.' }] },
    });
    expect(await check('da')).toMatchObject({
      ...{ language: 'da', tries: 1, hint: 'Se på figuren.', given: [wrong] },
      feedback: { options: [{ text: 'En kode', feedback: 'Nej.' }] },
    });
    expect(await readLesson(world, cast.adviser, { ...place, language: 'en' })).toMatchObject({
      left: [{ title: 'What do you answer?' }, { title: 'Ready?' }],
    });

    const talk = { ...place, dialogue: 'karen', way: [] };
    expect(await sayReply(world, cast.adviser, { ...talk, reply: 'tag' })).toMatchObject({ ok: true });
    const end = (language: 'da' | 'en') => seeDialogue(world, cast.adviser, { ...talk, way: ['tag'], language });
    expect(await end('en')).toMatchObject({ language: 'en', end: { title: 'You did it' }, found: 1 });
    expect(await end('da')).toMatchObject({ language: 'da', end: { title: 'Du gjorde det' }, found: 1 });
  });

  async function firstQuestion(files: Record<string, string>) {
    const { adviser, place } = await opened(files);
    for (const [exercise, sent] of [
      ['mangler', '1'],
      ['svar', ''],
      ['liste', '0'],
    ] as const)
      expect(await tryExercise(world, adviser, { ...place, exercise, sent: [sent] })).toEqual({ ok: true });
    expect(await readLesson(world, adviser, place)).toEqual({ ok: true });
    expect(await startQuiz(world, adviser, { ...place, step: 'p' })).toMatchObject({ ok: true });
    const view = await seeStep(world, adviser, { ...place, step: 'p', language: 'en' });
    if (view?.kind !== 'quiz' || !view.attempt) throw new Error('This is no test.');
    return view.attempt.items[0]!;
  }
  const english = ['What now?', 'Fill in', 'What falls?', 'What goes with what?'];

  test('tells a test in English', async () => {
    const { language, question } = await firstQuestion(twoLanguages);
    expect([language, english.includes(question.text)]).toEqual(['en', true]);
  });

  test('tells in Danish what is not translated, and says so', async () => {
    const { 'banks/b.en.yaml': _, ...others } = twoLanguages;
    const { language, question } = await firstQuestion(others);
    expect([language, english.includes(question.text)]).toEqual(['da', false]);
  });
});
