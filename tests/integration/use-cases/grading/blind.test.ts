import { afterEach, expect, test } from 'vitest';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { listQueue } from '#app/use-cases/grading/list-queue.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { handInPractical } from '#app/use-cases/learning/practical/hand-in-practical.server.ts';
import { readSubmissionFile } from '#app/use-cases/learning/practical/read-submission-file.server.ts';
import { seeStep } from '#app/use-cases/learning/see-step.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { gradedCourse, levelled } from '../../../graded-course.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const text = 'Hilsen fra Vera på Herning Bibliotek. Skriv til vera@herning.example.';
const feedback = 'Kære Vera, lad borgeren beholde musen hele vejen.';
const judged = { problem: 'opfyldt', seddel: 'met', musen: 'mangler' };

onBothDatabases('a hand-in whose name is hidden', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage(rubric = levelled.replace('    rubric', '    blind: true\n    rubric')) {
    world = await fakeWorld(await fresh(), { catalogue: catalogueOf([gradedCourse(rubric)]) });
    const cast = await castOf(world);
    const other = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg });
    const enrolled = await begin(world, cast);
    const handIn = async () => {
      pass(world, 5);
      const files = [{ name: 'Vera Eksempel.txt', bytes: new TextEncoder().encode('Et oplæg.') }];
      const place = { enrolmentId: enrolled.enrolmentId, step: 'oplaeg' };
      const done = await handInPractical(world, cast.adviser, { ...place, text, files } as never);
      if (!done.ok) throw new Error(JSON.stringify(done));
      const rows = world.db.selectFrom('submission').select('id').orderBy('number', 'desc');
      return (await rows.executeTakeFirstOrThrow()).id;
    };
    return { ...cast, other, enrolled, handIn, submissionId: await handIn() };
  }

  test('tells a leader of the hold and whoever grades nothing of whose it is, in the queue, on the page and in its files', async () => {
    const { leader, other, adviser, submissionId } = await stage();
    for (const by of [leader, other]) {
      await world.db.updateTable('submission').set({ claimed_by: null, state: 'handed-in' }).execute();
      const before = (await listQueue(world, by))!.entries;
      expect(before).toMatchObject([{ name: null, library: null }]);
      expect(JSON.stringify([before, await seeSubmission(world, by, submissionId)])).not.toMatch(
        /Vera|Eksempel|Herning/,
      );
    }
    expect(await claimSubmission(world, leader, { submissionId })).toEqual({ ok: true });
    const seen = (await seeSubmission(world, leader, submissionId))!;
    expect(seen).toMatchObject({ name: null, library: null, blind: true, known: true, claimedByMe: true });
    expect(seen.text).toBe('Hilsen fra […] på […] […]. Skriv til […].');
    expect(JSON.stringify([seen, await listQueue(world, leader)])).not.toMatch(/Vera|Eksempel|Herning/);
    expect(seen.files).toHaveLength(1);
    for (const { sha256, name } of seen.files) {
      expect(name).toBe('fil-1.txt');
      expect((await readSubmissionFile(world, leader, { submissionId, sha256 }))!.name).toBe('fil-1.txt');
      expect((await readSubmissionFile(world, adviser, { submissionId, sha256 }))!.name).toBe('Vera Eksempel.txt');
    }
  });

  test('tells it when it is decided, and hides it again with the next hand-in, also in earlier words', async () => {
    const { leader, adviser, enrolled, handIn, submissionId } = await stage();
    await claimSubmission(world, leader, { submissionId });
    pass(world, 5);
    const graded = await gradeSubmission(world, leader, { submissionId, decision: 'returned', judged, feedback });
    expect(graded).toMatchObject({ ok: true });
    expect(await seeSubmission(world, leader, submissionId)).toMatchObject({
      name: 'Vera Eksempel',
      blind: false,
      text,
    });
    const again = await handIn();
    const seen = (await seeSubmission(world, leader, again))!;
    expect(seen.name).toBeNull();
    expect(seen.earlier[0]!.feedback).toBe('Kære […], lad borgeren beholde musen hele vejen.');
    const own = await seeStep(world, adviser, { ...enrolled, step: 'oplaeg' });
    expect(own).toMatchObject({ blind: true, gradings: [{ feedback }] });
  });

  test('is shown with its name where the course does not hide it', async () => {
    const { leader, submissionId } = await stage(levelled);
    expect((await listQueue(world, leader))!.entries).toMatchObject([{ name: 'Vera Eksempel' }]);
    expect(await seeSubmission(world, leader, submissionId)).toMatchObject({
      name: 'Vera Eksempel',
      blind: false,
      text,
    });
  });
});
