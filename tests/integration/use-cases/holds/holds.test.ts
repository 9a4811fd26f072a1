import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { sha256 } from '#app/platform/world.server.ts';
import { addLeader } from '#app/use-cases/holds/add-leader.server.ts';
import { recordAttendance } from '#app/use-cases/holds/attendance/record-attendance.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { commitImport } from '#app/use-cases/holds/seats/commit-import.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { readSubmissionFile } from '#app/use-cases/learning/practical/read-submission-file.server.ts';
import { saveDraft } from '#app/use-cases/learning/practical/save-draft.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { findSubmission } from '#db/queries/submission.ts';
import { onBothDatabases } from '../../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';

onBothDatabases('a hold', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  const csv = (rows: string[]) =>
    Buffer.from(`\uFEFFfornavn;efternavn;arbejdsmail;biblioteksnummer;startdato\n${rows.join('\n')}\n`);

  test('accepts the advisers of a file once, refuses each wrong row, and changes nobody who is known', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const other = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'] });
    const holdId = await someHold(world, leader, 3);
    const known = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.esbjerg });
    const email = (
      await world.db.selectFrom('person').select('email').where('id', '=', known.personId).executeTakeFirstOrThrow()
    ).email!;
    const bytes = csv([
      'Anna;Eksempel;anna@b.example;765700;01-11-2026',
      `Villy;Andet;${email};765700;`,
      ';-;uden@b.example;765700;',
      'Bo;Eksempel;ikke-en-mail;765700;',
      'Anna;Eksempel;ANNA@b.example;765700;2026-11-01',
      'Bo;Eksempel;bo@b.example;999999;',
      'Bo;Eksempel;bo@b.example;765700;',
      'Eva;Eksempel;eva@b.example;999999;',
      'Ib;Eksempel;ib@b.example;765700;31-02-2026',
      'Cai;Eksempel;cai@b.example;765700;',
      'Dan;Eksempel;dan@b.example;765700;',
    ]);
    const preview = await previewImport(world, leader, { holdId, bytes });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.rows.map(({ verdict, refusal }) => refusal ?? verdict)).toEqual([
      'new',
      'known',
      'name',
      'email',
      'duplicate',
      'contradicts',
      'contradicts',
      'library',
      'start',
      'new',
      'full',
    ]);
    expect(await previewImport(world, other, { holdId, bytes })).toEqual({ ok: false, reason: 'not-found' });
    const text = bytes.toString('utf8');
    expect(await commitImport(world, leader, { holdId, text, invite: true })).toEqual({
      ok: true,
      added: 2,
      seated: 3,
      waiting: 0,
      already: 0,
      refused: 8,
      left: 0,
    });
    expect(await commitImport(world, leader, { holdId, text, invite: true })).toEqual({
      ok: true,
      added: 0,
      seated: 0,
      waiting: 0,
      already: 3,
      refused: 8,
      left: 0,
    });
    const affiliations = await world.db
      .selectFrom('affiliation')
      .select('library_number')
      .where('person_id', '=', known.personId)
      .execute();
    expect(affiliations).toEqual([{ library_number: libraries.esbjerg }]);
    expect(await world.db.selectFrom('outbox').select('recipient').execute()).toHaveLength(3);
    expect((await seeHold(world, leader, holdId))!.advisers).toHaveLength(3);
    expect(await previewImport(world, leader, { holdId, bytes: Buffer.from('fornavn,efternavn\nA,B\n') })).toEqual({
      ok: false,
      reason: 'missing-column',
      name: 'arbejdsmail',
    });
    expect(await previewImport(world, leader, { holdId, bytes: Buffer.alloc(2_000_000, 'x') })).toEqual({
      ok: false,
      reason: 'too-large',
    });
  });

  test('gets from a file no roles, no useless seats and no answers to requests; an end date ends the affiliation', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const holdId = await someHold(world, leader);
    await requestSeat(world, vera, { holdId });
    const mailOf = async ({ personId }: { personId: string }) =>
      (await world.db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow()).email;
    const head = 'medarbejder_id,fornavn,efternavn,arbejdsmail,biblioteksnummer,rolle,startdato,slutdato';
    const text = [
      head,
      'e1,Åse,"Høj, Eksempel",aase@b.example,765700,vejleder,2026-01-05,2026-12-31',
      'e2,Bo,Eksempel,bo@b.example,765700,administrator,,',
      'e3,Cai,Eksempel,cai@b.example,765700,,2026-01-05,2026-11-23',
      'e4,Dan,Eksempel,dan@b.example,765700,,,',
      'e4,Dan,Eksempel,dan2@b.example,765700,,,',
      `,Karla,Eksempel,${await mailOf(leader)},746100,,,`,
      `,Vera,Eksempel,${await mailOf(vera)},765700,,,`,
    ].join('\r\n');
    const preview = await previewImport(world, leader, { holdId, bytes: Buffer.from(text, 'latin1') });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.rows.map(({ verdict, refusal, sameAs }) => [refusal ?? verdict, sameAs])).toEqual([
      ['new', undefined],
      ['role', undefined],
      ['end', undefined],
      ['contradicts', 6],
      ['contradicts', 5],
      ['not-adviser', undefined],
      ['asked', undefined],
    ]);
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toMatchObject({ added: 1, seated: 1 });
    expect((await seeHold(world, leader, holdId))!.advisers[1]).toMatchObject({ name: 'Åse Høj, Eksempel' });
    expect(
      await world.db.selectFrom('affiliation').select('valid_until').where('valid_from', '=', '2026-01-05').execute(),
    ).toEqual([{ valid_until: '2027-01-01' }]);
    for (const [file, answer] of [
      ['PK\u0003\u0004 a spreadsheet', { reason: 'not-csv' }],
      [`${head}\r\n`, { reason: 'no-rows' }],
      [`${head}\n${'x,y\n'.repeat(1_001)}`, { reason: 'too-many-rows' }],
      [`${head}\ne1,Åse,"Høj\n`, { reason: 'broken-line' }],
    ] as const)
      expect(await previewImport(world, leader, { holdId, bytes: Buffer.from(file) })).toMatchObject(answer);
  });

  test('is open to its own leaders only', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const stranger = await somebody(world, { givenName: 'Klaus', roles: ['course-leader'] });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const holdId = await someHold(world, leader);
    const asked = await requestSeat(world, adviser, { holdId });
    if (!asked.ok) throw new Error(asked.reason);
    expect(await seeHold(world, stranger, holdId)).toBeUndefined();
    expect(await seeHold(world, adviser, holdId)).toBeUndefined();
    expect(await decideRequest(world, stranger, { enrolmentId: asked.enrolmentId, decision: 'approve' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await decideRequest(world, adviser, { enrolmentId: asked.enrolmentId, decision: 'approve' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    const email = async (viewer: typeof leader) =>
      (await world.db.selectFrom('person').select('email').where('id', '=', viewer.personId).executeTakeFirstOrThrow())
        .email!;
    expect(await addLeader(world, stranger, { holdId, email: await email(stranger) })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await addLeader(world, leader, { holdId, email: await email(adviser) })).toEqual({
      ok: false,
      reason: 'not-a-leader',
    });
    const deputy = await somebody(world, { givenName: 'Kirsten', roles: ['course-leader'] });
    for (const again of [1, 2])
      expect(await addLeader(world, leader, { holdId, email: await email(deputy) }), String(again)).toEqual({
        ok: true,
      });
    expect((await seeHold(world, deputy, holdId))!.leaders).toEqual(['Karla Eksempel', 'Kirsten Eksempel']);
    const day = (await seeHold(world, leader, holdId))!.days[0]!;
    expect(
      await recordAttendance(world, stranger, {
        courseDayId: day.id,
        enrolmentId: asked.enrolmentId,
        outcome: 'attended',
      }),
    ).toEqual({ ok: false, reason: 'not-found' });
    expect(
      await recordAttendance(world, leader, {
        courseDayId: day.id,
        enrolmentId: asked.enrolmentId,
        outcome: 'attended',
      }),
    ).toMatchObject({ ok: false, reason: 'enrolment' });
    const ahead = await createHold(world, leader, {
      name: 'Næste måned',
      course: 'it-paedagogisk-vejleder',
      edition: '2026.1',
      startsOn: '2026-11-01',
      endsOn: '2027-02-01',
      seats: 5,
      selfEnrol: true,
      courseDay: { heldOn: '2026-12-10', startsAt: '09:00', place: 'Odense' },
    });
    if (!ahead.ok) throw new Error('no hold');
    const [early] = (await seeHold(world, leader, ahead.holdId))!.days;
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const late = await requestSeat(world, villy, { holdId: ahead.holdId });
    if (!late.ok) throw new Error(late.reason);
    expect(
      await recordAttendance(world, leader, {
        courseDayId: day.id,
        enrolmentId: late.enrolmentId,
        outcome: 'attended',
      }),
      'on another hold',
    ).toEqual({ ok: false, reason: 'not-found' });
    const noted = { courseDayId: early!.id, enrolmentId: late.enrolmentId, outcome: 'attended' as const };
    expect(await recordAttendance(world, leader, noted)).toMatchObject({
      reason: 'too-early',
      until: '2026-12-09T23:00:00.000Z',
    });
    expect(
      await createHold(world, adviser, {
        name: 'x',
        course: 'x',
        edition: 'x',
        startsOn: '2026-01-01',
        endsOn: '2026-02-01',
        seats: 1,
        selfEnrol: true,
      }),
    ).toEqual({ ok: false, reason: 'forbidden' });
    expect(
      await createHold(world, leader, {
        name: '',
        course: 'x',
        edition: 'x',
        startsOn: '2026-02-30',
        endsOn: '2026-01-01',
        seats: 0,
        selfEnrol: true,
      }),
    ).toMatchObject({
      reason: 'not-a-hold',
      issues: [{ field: 'name' }, { field: 'course' }, { field: 'startsOn' }, { field: 'endsOn' }, { field: 'seats' }],
    });
  });

  test('does not show a draft or its files to anybody but the adviser', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'] });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const asked = await requestSeat(world, adviser, { holdId: await someHold(world, leader) });
    if (!asked.ok) throw new Error(asked.reason);
    const { enrolmentId } = asked;
    await decideRequest(world, leader, { enrolmentId, decision: 'approve' });
    await startCourse(world, adviser, { enrolmentId });
    const clock = worldThrough(world, world.now());
    const practical = world.catalogue.editions.at(-1)!.course.steps.find(({ kind }) => kind === 'practical')!.id;
    expect(await saveDraft(world, adviser, { enrolmentId, step: practical, text: 'For tidligt' })).toMatchObject({
      ok: false,
      reason: 'not-now',
    });
    await walkTo(clock, { viewer: adviser, enrolmentId }, { leaders: [leader] }, practical);
    world.clock.at = clock.world.now();
    const place = { enrolmentId, step: practical };
    const note = Buffer.from('En navigationsseddel');
    expect(
      await saveDraft(world, adviser, {
        ...place,
        text: '',
        files: [{ name: 'seddel.exe', bytes: Buffer.from('MZ\u0000\u0001') }],
      }),
    ).toMatchObject({ ok: false, reason: 'file-type' });
    expect(
      await saveDraft(world, adviser, {
        ...place,
        text: '',
        files: [{ name: 'stor.txt', bytes: Buffer.alloc(11 * 1024 * 1024, 'a') }],
      }),
    ).toMatchObject({ ok: false, reason: 'file-too-large' });
    const files = [{ name: 'seddel.txt', bytes: note }];
    expect(await saveDraft(world, adviser, { ...place, text: '', files })).toMatchObject({ ok: true });
    const draft = await saveDraft(world, adviser, { ...place, text: 'Kladde' });
    if (!draft.ok) throw new Error('no draft');
    expect(await saveDraft(world, stranger, { ...place, text: 'Ikke min' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    const file = { submissionId: draft.submissionId, sha256: sha256(note) };
    expect((await readSubmissionFile(world, adviser, file))?.name).toBe('seddel.txt');
    expect(await readSubmissionFile(world, leader, file)).toBeUndefined();
    expect(await readSubmissionFile(world, stranger, file)).toBeUndefined();
    expect((await findSubmission(world.db, draft.submissionId))!.text).toBe('Kladde');
  });
});
