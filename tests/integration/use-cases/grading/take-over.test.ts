import { afterEach, expect, test } from 'vitest';
import { handIn, walkTo, worldThrough } from '#app/demo/adviser.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { listQueue } from '#app/use-cases/grading/list-queue.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { takeOverSubmission } from '#app/use-cases/grading/take-over-submission.server.ts';
import { seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { rebuildProjections } from '#app/use-cases/learning/rebuild-projections.server.ts';
import { checkAudit } from '#app/use-cases/record/check-audit.server.ts';
import { deliverOutbox } from '#app/use-cases/record/deliver-outbox.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const reason = 'Karla er på kursus hele ugen';
/** Taken on the 24th of November; the third day after begins at 23:00 UTC on the 26th. */
const lain = '2026-11-26T23:00:00.000Z';

onBothDatabases('work that another leader has', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const klaus = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'], library: libraries.esbjerg });
    const enrolled = await begin(world, cast);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, enrolled, { leaders: [cast.leader] }, 'oplaeg');
    await handIn(clock, enrolled, 'oplaeg');
    world.clock.at = clock.world.now();
    pass(world, 5);
    const { id } = await world.db.selectFrom('submission').select('id').executeTakeFirstOrThrow();
    const takeOver = (by: typeof klaus, because = reason) =>
      takeOverSubmission(world, by, { submissionId: id, reason: because });
    return { ...cast, klaus, enrolled, submissionId: id, takeOver };
  }

  test('is shown with its holder and can be taken over after a while: it is released, claimed, and the first leader gets a letter', async () => {
    const { leader, klaus, enrolled, submissionId, takeOver } = await stage();
    await claimSubmission(world, leader, { submissionId });
    const inQueue = async (by: typeof klaus, part: 'open' | 'taken') => {
      const { entries, taken } = (await listQueue(world, by))!;
      return (part === 'open' ? entries : taken)[0];
    };
    expect(await inQueue(leader, 'open')).toMatchObject({ state: 'mine', name: 'Vera Eksempel', holder: null });
    expect(await inQueue(klaus, 'open')).toBeUndefined();
    expect(await inQueue(klaus, 'taken')).toMatchObject({
      name: null,
      state: 'taken',
      holder: { name: 'Karla Eksempel', takeOverFrom: lain, mayTakeOver: false },
    });
    world.clock.at = lain;
    expect((await seeSubmission(world, klaus, submissionId))!.holder).toMatchObject({ mayTakeOver: true });
    expect(await takeOver(klaus)).toEqual({ ok: true });

    expect(await inQueue(leader, 'taken')).toMatchObject({ state: 'taken', holder: { name: 'Klaus Eksempel' } });
    expect(await inQueue(klaus, 'open')).toMatchObject({ state: 'mine', name: 'Vera Eksempel' });
    const { events } = (await seeAdviser(world, leader, enrolled.enrolmentId))!;
    expect(events.slice(0, 3)).toMatchObject([
      { type: 'claimed', by: 'Klaus Eksempel' },
      { type: 'released', by: 'Klaus Eksempel', reason },
      { type: 'claimed', by: 'Karla Eksempel' },
    ]);
    await deliverOutbox(world);
    const [letter] = world.letters.filter(({ subject }) => subject.startsWith('Overtaget'));
    expect(letter?.recipient).toContain('karla');
    expect(letter?.body).toContain('Klaus Eksempel har overtaget bedømmelsen');
    expect(letter?.body).toContain(reason);
    const late = { submissionId, decision: 'returned', judged: {}, feedback: 'Skriv, hvor man klikker.' };
    expect(await gradeSubmission(world, leader, late)).toEqual({ ok: false, reason: 'taken' });
    expect(await rebuildProjections(world)).toEqual({ enrolments: 1, differed: 0 });
    expect(await checkAudit(world)).toEqual([]);
  });

  test('cannot be taken over too early, without a reason, by a colleague of the adviser, or by somebody who does not grade', async () => {
    const { leader, colleague, adviser, klaus, submissionId, takeOver } = await stage();
    expect(await takeOver(klaus)).toMatchObject({ ok: false, reason: 'not-now', state: 'handed-in' });
    await claimSubmission(world, leader, { submissionId });
    world.clock.at = '2026-11-26T22:59:59.999Z';
    expect(await takeOver(klaus)).toEqual({ ok: false, reason: 'too-early', until: lain });
    world.clock.at = lain;
    expect(await takeOver(klaus, ' nej ')).toEqual({ ok: false, reason: 'reason-missing' });
    expect(await takeOver(colleague)).toEqual({ ok: false, reason: 'conflict', because: 'same-library' });
    expect(await takeOver(adviser)).toEqual({ ok: false, reason: 'forbidden' });
    expect(await takeOver(leader)).toEqual({ ok: true });
    expect((await seeSubmission(world, leader, submissionId))!.claimedByMe).toBe(true);
    expect(
      await world.db.selectFrom('outbox').select('subject').where('subject', 'like', 'Overtaget%').execute(),
    ).toEqual([]);
  });
});
