import { afterEach, expect, test } from 'vitest';
import { handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { listCertificates } from '#app/use-cases/certificates/register/list-certificates.server.ts';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import { readBadge } from '#app/use-cases/certificates/register/read-badge.server.ts';
import { readCertificateFile } from '#app/use-cases/certificates/register/read-certificate-file.server.ts';
import { seeCertificate } from '#app/use-cases/certificates/register/see-certificate.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { listQueue } from '#app/use-cases/grading/list-queue.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { readSubmissionFile } from '#app/use-cases/learning/practical/read-submission-file.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';
import { conflictBetween } from '#curriculum/grading/conflict-between.ts';
import { countQueue, listQueue as queueRows } from '#db/queries/grading-queue.ts';
import { listServicesOf } from '#db/queries/person.ts';
import { onBothDatabases } from '../../databases.ts';
import { begin, castOf } from '../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody, someHold } from '../../world.ts';

onBothDatabases('a course leader', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function handedIn() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const klaus = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg });
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, 'oplaeg');
    const place = { enrolmentId: enrolled.enrolmentId, step: 'oplaeg' };
    const files = [{ name: 'seddel.txt', bytes: Buffer.from('Min seddel') }];
    await saveDraft(clock.world, cast.adviser, { ...place, text: '', files });
    await handIn(clock, enrolled, 'oplaeg');
    world.clock.at = clock.world.now();
    pass(world, 5);
    const { id } = await world.db.selectFrom('submission').select('id').executeTakeFirstOrThrow();
    const { sha256 } = await world.db.selectFrom('submission_file').select('sha256').executeTakeFirstOrThrow();
    return { ...cast, klaus, submissionId: id, file: { submissionId: id, sha256 } };
  }

  test('of another hold sees step, hold and waiting time of free work; whose it is and what it says once they have taken it', async () => {
    const { leader, klaus, submissionId, file } = await handedIn();
    const [own] = (await listQueue(world, leader))!.entries;
    expect(own).toMatchObject({ name: 'Vera Eksempel', library: expect.any(String) });
    expect(await readSubmissionFile(world, leader, file)).toBeDefined();

    const [others] = (await listQueue(world, klaus))!.entries;
    expect(others).toMatchObject({ name: null, library: null, hold: own!.hold, step: own!.step, daysWaited: 0 });
    expect(await seeSubmission(world, klaus, submissionId)).toMatchObject({
      known: false,
      name: null,
      library: null,
      text: '',
      files: [],
      earlier: [],
    });
    expect(await readSubmissionFile(world, klaus, file)).toBeUndefined();

    expect(await claimSubmission(world, klaus, { submissionId })).toEqual({ ok: true });
    expect((await listQueue(world, klaus))!.entries).toMatchObject([{ name: 'Vera Eksempel', state: 'mine' }]);
    expect(await seeSubmission(world, klaus, submissionId)).toMatchObject({ known: true, files: [{}] });
    expect(await readSubmissionFile(world, klaus, file)).toBeDefined();
  });

  test('sees the certificates of people on own holds, and no others', async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { leader } = cast;
    const klaus = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg });
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [leader] });
    world.clock.at = clock.world.now();
    const { number } = await world.db.selectFrom('certificate').select('number').executeTakeFirstOrThrow();
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const { filter } = parseRegisterFilter(new URLSearchParams());
    const seen = async (viewer: typeof klaus) => [
      (await listCertificates(world, viewer, '')).length,
      (await listRegister(world, viewer, filter))!.entries.length,
      Number((await seeCertificate(world, viewer, number)) !== undefined),
      Number((await readCertificateFile(world, viewer, { number, language: 'da' })) !== undefined),
    ];
    expect(await seen(agency)).toEqual([1, 1, 1, 1]);
    expect(await seen(leader)).toEqual([1, 1, 1, 1]);
    expect(await seen(klaus)).toEqual([0, 0, 0, 0]);
    expect(await readBadge(world, klaus, { number, language: 'da', form: 'json' })).toBeUndefined();
  });

  test('has in the queue what the rule on conflicts lets them grade, page by page, oldest first', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const holdId = await someHold(world, leader, 20);
    const places = [libraries.herning, libraries.esbjerg, libraries.odense, libraries.horsens];
    const people: { id: string; submission: string }[] = [];
    for (let at = 0; at < 8; at++) {
      const adviser = await somebody(world, {
        givenName: `Nr${at}`,
        roles: ['adviser', 'course-leader'],
        library: places[at % places.length]!,
      });
      const enrolled = await begin(world, { leader, adviser, holdId });
      pass(world, 1);
      const submission = {
        id: `s${at}`,
        enrolment_id: enrolled.enrolmentId,
        step: 'oplaeg',
        number: 1,
        state: at === 5 ? ('in-review' as const) : ('handed-in' as const),
        text: '',
        saved_at: world.now(),
        handed_in_at: world.now(),
        claimed_by: at === 5 ? leader.personId : null,
        decided_at: null,
        recorded_at: world.now(),
      };
      await world.db.insertInto('submission').values(submission).execute();
      people.push({ id: adviser.personId, submission: submission.id });
    }
    const day = world.now().slice(0, 10);
    const sides = new Map<string, { personId: string; services: string[] }>();
    for (const { id } of [{ id: leader.personId }, ...people])
      sides.set(id, { personId: id, services: await listServicesOf(world.db, id, day) });
    for (const side of sides.values()) {
      const grader = { id: side.personId, services: side.services, mayGradeColleagues: false, day };
      const free = people.filter(({ id }) => conflictBetween(side, sides.get(id)!) === 'none');
      const isTakenByOther = ({ submission }: { submission: string }) =>
        submission === 's5' && side.personId !== leader.personId;
      const open = free.filter((each) => !isTakenByOther(each)).map(({ submission }) => submission);
      const pages = [];
      for (let offset = 0; offset < people.length; offset += 3)
        pages.push(...(await queueRows(world.db, grader, { part: 'open', limit: 3, offset })));
      expect(pages.map(({ id }) => id)).toEqual(open);
      expect(await countQueue(world.db, grader)).toMatchObject({
        open: open.length,
        taken: free.length - open.length,
        excluded: people.length - free.length,
      });
      const colleagues = await countQueue(world.db, { ...grader, mayGradeColleagues: true });
      expect(colleagues.excluded).toBe(people.some(({ id }) => id === side.personId) ? 1 : 0);
    }
  });
});
