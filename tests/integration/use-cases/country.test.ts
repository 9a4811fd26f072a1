import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/learner.ts';
import { sha256 } from '#app/platform/world.server.ts';
import { revokeCertificate } from '#app/use-cases/certificates/revoke-certificate.server.ts';
import { checkAudit } from '#app/use-cases/check-audit.server.ts';
import { logGuidance, seeGuidance, undoGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { addLeader } from '#app/use-cases/holds/add-leader.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { decideRequest } from '#app/use-cases/holds/decide-request.server.ts';
import { commitImport, previewImport } from '#app/use-cases/holds/import-people.server.ts';
import { recordAttendance } from '#app/use-cases/holds/record-attendance.server.ts';
import { requestSeat } from '#app/use-cases/holds/request-seat.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { addFiles } from '#app/use-cases/learning/add-files.server.ts';
import { readSubmissionFile } from '#app/use-cases/learning/read-submission-file.server.ts';
import { saveDraft } from '#app/use-cases/learning/save-draft.server.ts';
import { startCourse } from '#app/use-cases/learning/start-course.server.ts';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { grantRole, revokeRole } from '#app/use-cases/people/change-grant.server.ts';
import { movePerson } from '#app/use-cases/people/change-person.server.ts';
import { changedSince } from '#app/use-cases/readiness/changed-since.server.ts';
import { readinessOfTheCountry, readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { filterReport, mapClasses, readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/record-evidence.server.ts';
import { recordRollout } from '#app/use-cases/readiness/record-rollout.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { searchEverything } from '#app/use-cases/search-everything.server.ts';
import { signInAsDemo } from '#app/use-cases/sign-in/sign-in-as-demo.server.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { findSubmission } from '#db/queries/submission.ts';
import { onBothDatabases } from '../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody, someHold } from '../../world.ts';

onBothDatabases('the country', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());
  const herning = 'tjeneste-0657';
  const of = async (serviceId: string, day: string) =>
    (await readinessOfTheCountry(world, day)).services.find((each) => each.serviceId === serviceId)!;

  test('knows nothing before anybody is on record, and the days before stay as they were', async () => {
    world = await fakeWorld(await fresh());
    expect(
      (await readinessOfTheCountry(world, '2012-06-01')).services.every(({ gates }) =>
        gates.every(({ value }) => value === 'ukendt'),
      ),
    ).toBe(true);
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const asked = await requestSeat(world, adviser, { holdId: await someHold(world, leader) });
    if (!asked.ok) throw new Error(asked.reason);
    await decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' });
    await startCourse(world, adviser, { enrolmentId: asked.enrolmentId });
    expect((await of(herning, '2026-11-24')).stage).toBe('under-uddannelse');
    const clock = worldThrough(world, world.now());
    await walkTo(clock, { viewer: adviser, enrolmentId: asked.enrolmentId }, { leaders: [leader] });
    const day = clock.world.now().slice(0, 10);
    world.clock.at = clock.world.now();

    expect([
      (await of(herning, addDays(day, -1))).staffing.certified,
      (await of(herning, day)).staffing.certified,
    ]).toEqual([0, 1]);
    expect((await of(herning, day)).gates.find(({ key }) => key === 'tavshed')).toMatchObject({
      value: 'opfyldt',
      reason: { passed: 1, advisers: 1 },
    });
    // Two years from issue to the day before the end; the last sixty days do not count for the gate.
    const end = addMonths(day, 24);
    expect((await of(herning, addDays(end, -62))).staffing).toMatchObject({ certified: 1, countedForGate: 1 });
    expect((await of(herning, addDays(end, -58))).staffing).toMatchObject({ certified: 1, countedForGate: 0 });
    expect((await of(herning, end)).staffing.certified).toBe(0);

    // A move counts from its day, not before.
    const moved = addDays(day, 10);
    expect(
      await movePerson(world, null, { personId: adviser.personId, library: libraries.horsens, from: moved }),
    ).toEqual({ ok: true });
    expect([
      (await of(herning, addDays(moved, -1))).staffing.certified,
      (await of(herning, moved)).staffing.certified,
    ]).toEqual([1, 0]);
    expect([
      (await of('tjeneste-0615', addDays(moved, -1))).staffing.certified,
      (await of('tjeneste-0615', moved)).staffing.certified,
    ]).toEqual([0, 1]);

    // Over time both say on every day what the gate says: at each turn, the day before it, and a year back.
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    world.clock.at = `${addDays(moved, 20)}T09:00:00.000Z`;
    const { number } = await world.db.selectFrom('certificate').select('number').executeTakeFirstOrThrow();
    expect(await revokeCertificate(world, agency, { number, reason: 'Fejl i grundlaget' })).toEqual({ ok: true });
    const counted: (number | null)[][] = [];
    for (const code of ['0657', '0615']) {
      const { overTime, serviceId } = (await seeMunicipality(world, agency, { code, asOf: moved, language: 'da' }))!;
      counted.push(overTime.steps.map((step) => step.counted));
      for (const turn of [...overTime.steps.map(({ from }) => from), addMonths(day, 6), overTime.to])
        for (const each of [addDays(turn, -1), turn].filter((one) => one >= overTime.from)) {
          const step = overTime.steps.findLast(({ from }) => from <= each)!;
          const { staffing, gates } = await of(serviceId, each);
          const unknown = gates.find(({ key }) => key === 'bemanding')!.value === 'ukendt';
          expect([each, step.counted, step.required]).toEqual([
            each,
            unknown ? null : staffing.countedForGate,
            staffing.required,
          ]);
        }
    }
    expect(counted).toEqual([
      [0, 1, 0],
      [null, 1, 0],
    ]);
  });

  test('hears evidence from those who may say it, and shows each only their own', async () => {
    world = await fakeWorld(await fresh());
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    const given = { gate: 'aftale', value: 'opfyldt', observedOn: '2026-11-20', lastDay: '', note: 'Tilsagn' };
    expect(await recordEvidence(world, contact, { ...given, serviceId: 'tjeneste-0615' })).toEqual({ ok: true });
    expect(await recordEvidence(world, contact, { ...given, serviceId: herning })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    expect(await recordEvidence(world, adviser, { ...given, serviceId: 'tjeneste-0615' })).toEqual({
      ok: false,
      reason: 'forbidden',
    });
    expect(await recordEvidence(world, agency, { ...given, serviceId: 'ingen' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(
      await recordEvidence(world, agency, {
        ...given,
        serviceId: herning,
        gate: 'bemanding',
        observedOn: '2027-01-01',
        note: ' ',
      }),
    ).toMatchObject({
      issues: [
        { field: 'gate' },
        { field: 'observedOn', problem: 'in-the-future' },
        { field: 'note', problem: 'missing' },
      ],
    });
    expect((await of('tjeneste-0615', '2026-11-24')).gates.find(({ key }) => key === 'aftale')!.value).toBe('opfyldt');
    expect((await of('tjeneste-0615', '2026-11-19')).gates.find(({ key }) => key === 'aftale')!.value).toBe('ukendt');
    expect((await readinessOn(world, contact, '2026-11-24'))!.services.map(({ serviceId }) => serviceId)).toEqual([
      'tjeneste-0615',
    ]);
    expect(await readinessOn(world, adviser, '2026-11-24')).toBeUndefined();
    // The last day that is typed in still holds; the day after does not.
    const short = { ...given, serviceId: 'tjeneste-0615', gate: 'henvisning', lastDay: '2026-11-22' };
    expect(await recordEvidence(world, contact, { ...short, lastDay: '2026-11-19' })).toMatchObject({
      issues: [{ field: 'lastDay', problem: 'before-observed' }],
    });
    expect(await recordEvidence(world, contact, short)).toEqual({ ok: true });
    const seen = async (asOf: string) =>
      (await seeMunicipality(world, contact, { code: '0615', asOf, language: 'da' }))!;
    const gateOn = async (asOf: string) => (await seen(asOf)).gates.find(({ key }) => key === 'henvisning');
    expect(await gateOn('2026-11-22')).toMatchObject({ value: 'opfyldt', evidence: { lastDay: '2026-11-22' } });
    expect(await gateOn('2026-11-23')).toMatchObject({
      value: 'ukendt',
      reason: 'Dokumentationen fra 20. november 2026 gjaldt til og med 22. november 2026.',
      evidence: { lastDay: '2026-11-22' },
    });
    expect((await seen('2026-11-23')).history).toMatchObject([
      { kind: 'gate', gate: 'henvisning', on: '2026-11-20', note: 'Tilsagn' },
      { kind: 'gate', gate: 'aftale', on: '2026-11-20' },
    ]);
    expect((await seen('2026-11-19')).history).toEqual([]);
    // A contact person is at the library, but is no adviser.
    expect((await seen('2026-11-24')).staff.map(({ name }) => name)).toEqual(['Vera Eksempel']);
    expect(await seeMunicipality(world, contact, { code: '0657', asOf: '2026-11-24', language: 'da' })).toBeUndefined();
    // Before anybody was on record nothing was known; since then one gate is a no. Each sees the changes of their own.
    const changes = async (viewer: typeof contact, since: string) =>
      changedSince(world, viewer, since, (await readinessOn(world, viewer, '2026-11-24'))!);
    await somebody(world, { givenName: 'Eva', roles: ['adviser'], library: libraries.esbjerg });
    const moved = { from: 'uafklaret', to: 'ikke-klar', direction: 'aside' };
    expect(await changes(agency, '2019-12-31')).toMatchObject({
      changes: [
        { name: 'Esbjerg', ...moved },
        { name: 'Horsens', ...moved },
      ],
    });
    expect(await changes(contact, '2019-12-31')).toMatchObject({ changes: [{ name: 'Horsens', ...moved }] });
    expect(await changes(agency, '2026-11-23')).toEqual({ ok: true, changes: [] });
    for (const since of ['2026-11-24', '2026-12-01', '2026-02-31', 'i går'])
      expect(await changes(agency, since)).toEqual({ ok: false, reason: 'not-before' });
    expect(
      await recordRollout(world, agency, { serviceId: herning, type: 'live', onDay: '2026-11-24', note: '' }),
    ).toEqual({ ok: false, reason: 'not-ready' });
    expect(
      await recordRollout(world, agency, { serviceId: herning, type: 'invited', onDay: '2026-11-24', note: '' }),
    ).toEqual({ ok: true });
    expect((await of(herning, '2026-11-24')).stage).toBe('inviteret');
  });

  test('is listed as Danes sort, and found by name', async () => {
    world = await fakeWorld(await fresh());
    const { municipalities } = readinessReport(await readinessOfTheCountry(world, '2026-11-24'));
    expect(municipalities).toHaveLength(98);
    expect(municipalities.slice(-4).map(({ name }) => name)).toEqual(['Ærø', 'Aabenraa', 'Aalborg', 'Aarhus']);
    expect(filterReport(municipalities, { find: 'ÆRØ', verdict: '', sort: 'name' }).map(({ name }) => name)).toEqual([
      'Ærø',
    ]);
    expect(filterReport(municipalities, { find: '', verdict: 'klar', sort: 'score' })).toEqual([]);
    const all = { find: '', verdict: '', sort: 'name' } as const;
    expect(filterReport(municipalities, { ...all, reversed: true })[0]!.name).toBe('Aarhus');
    expect(filterReport(municipalities, { ...all, pilots: true }).map(({ name }) => name)).toEqual(
      municipalities.filter(({ pilot }) => pilot).map(({ name }) => name),
    );
    // What a class is called in the legend is what the table shows for it: every municipality once.
    expect(mapClasses.flatMap((mapClass) => filterReport(municipalities, { ...all, mapClass }))).toHaveLength(98);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.horsens });
    await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    expect((await searchEverything(world, agency, 'vera')).people).toMatchObject([{ text: 'Vera Eksempel' }]);
    expect((await searchEverything(world, contact, 'vera')).people).toEqual([]);
    expect((await searchEverything(world, agency, '%')).municipalities).toEqual([]);
    await somebody(world, { givenName: 'Åse', roles: ['adviser'], library: libraries.herning });
    for (const find of ['åse', 'ÅSE', 'Åse'])
      expect((await searchEverything(world, agency, find)).people, find).toMatchObject([{ text: 'Åse Eksempel' }]);
    for (const find of ['ærø', 'ÆRØ', 'Ærø'])
      expect((await searchEverything(world, agency, find)).municipalities, find).toMatchObject([{ text: 'Ærø' }]);
    expect((await searchEverything(world, agency, 'øse')).people).toEqual([]);
  });
});

onBothDatabases('a hold', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  const csv = (rows: string[]) =>
    Buffer.from(`\uFEFFfornavn;efternavn;arbejdsmail;biblioteksnummer;startdato\n${rows.join('\n')}\n`);

  test('takes advisers from a file once, says no to each wrong row, and changes nobody who is known', async () => {
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
      ';Eksempel;uden@b.example;765700;',
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
      refused: 8,
    });
    expect(await commitImport(world, leader, { holdId, text, invite: true })).toEqual({
      ok: true,
      added: 0,
      seated: 0,
      refused: 8,
    });
    const affiliations = await world.db
      .selectFrom('affiliation')
      .select('library_number')
      .where('person_id', '=', known.personId)
      .execute();
    expect(affiliations).toEqual([{ library_number: libraries.esbjerg }]);
    expect(await world.db.selectFrom('outbox').select('recipient').execute()).toHaveLength(3);
    expect((await seeHold(world, leader, holdId))!.participants).toHaveLength(3);
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

  test('gives by file no role, no seat of no use, and no answer to a request; an end date ends the affiliation', async () => {
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
    expect((await seeHold(world, leader, holdId))!.participants[1]).toMatchObject({ name: 'Åse Høj, Eksempel' });
    expect(
      await world.db.selectFrom('affiliation').select('valid_until').where('valid_from', '=', '2026-01-05').execute(),
    ).toEqual([{ valid_until: '2027-01-01' }]);
    for (const [file, answer] of [
      ['PK\u0003\u0004 a spreadsheet', { reason: 'not-csv' }],
      [`${head}\r\n`, { reason: 'no-rows' }],
      [`${head}\n${'x,y\n'.repeat(1_001)}`, { reason: 'too-many-rows' }],
      [`${head}\ne1,Åse,"Høj\n`, { reason: 'broken-line' }],
      [`${head}\ne1,Åse,Høj,a@b.example,765700,vejleder,,,too many\n`, { reason: 'broken-line', line: 2 }],
    ] as const)
      expect(await previewImport(world, leader, { holdId, bytes: Buffer.from(file) })).toMatchObject(answer);
  });

  test('is led by its leaders only', async () => {
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

  test('keeps a draft and its files from everybody else', async () => {
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
    const practical = world.catalogue.editions[0]!.course.steps.find(({ kind }) => kind === 'practical')!.id;
    expect(await saveDraft(world, adviser, { enrolmentId, step: practical, text: 'For tidligt' })).toMatchObject({
      ok: false,
      reason: 'not-now',
    });
    await walkTo(clock, { viewer: adviser, enrolmentId }, { leaders: [leader] }, practical);
    world.clock.at = clock.world.now();
    const place = { enrolmentId, step: practical };
    const note = Buffer.from('En navigationsseddel');
    expect(
      await addFiles(world, adviser, {
        ...place,
        files: [{ name: 'seddel.exe', bytes: Buffer.from('MZ\u0000\u0001') }],
      }),
    ).toMatchObject({ ok: false, reason: 'file-type' });
    expect(
      await addFiles(world, adviser, {
        ...place,
        files: [{ name: 'stor.txt', bytes: Buffer.alloc(11 * 1024 * 1024, 'a') }],
      }),
    ).toMatchObject({ ok: false, reason: 'file-too-large' });
    expect(await addFiles(world, adviser, { ...place, files: [{ name: 'seddel.txt', bytes: note }] })).toEqual({
      ok: true,
    });
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

  test('a guidance session is logged once, without a person, and can be taken back', async () => {
    world = await fakeWorld(await fresh());
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    const homeless = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    expect(await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: '' })).toEqual({
      ok: false,
      reason: 'incomplete',
      missing: ['outcome'],
    });
    expect(await logGuidance(world, homeless, { operationId: 'a', reason: 'vat', outcome: 'completed' })).toEqual({
      ok: false,
      reason: 'no-library',
    });
    const [first, again] = [
      await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: 'completed' }),
      await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: 'completed' }),
    ];
    expect(again).toEqual(first);
    expect((await seeGuidance(world, adviser)).recent).toHaveLength(1);
    if (first.ok) await undoGuidance(world, homeless, { id: first.id });
    expect((await seeGuidance(world, adviser)).recent).toHaveLength(1);
    if (first.ok) await undoGuidance(world, adviser, { id: first.id });
    expect((await seeGuidance(world, adviser)).recent).toEqual([]);

    // The browser's own way back shows the same form again: what is sent then is a session of its own.
    await logGuidance(world, adviser, { operationId: 'a', reason: 'moving', outcome: 'completed' });
    await logGuidance(world, adviser, { operationId: 'a', reason: 'vat', outcome: 'completed' });
    expect((await seeGuidance(world, adviser)).recent.map(({ reason }) => reason).sort()).toEqual(['moving', 'vat']);
  });

  test('roles are dated, and the last administrator stays', async () => {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    const email = (
      await world.db.selectFrom('person').select('email').where('id', '=', boss.personId).executeTakeFirstOrThrow()
    ).email!;
    const adviser = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    expect(await grantRole(world, adviser, { email, role: 'agency' })).toEqual({ ok: false, reason: 'forbidden' });
    expect(await revokeRole(world, boss, { email, role: 'administrator' })).toEqual({
      ok: false,
      reason: 'last-administrator',
    });
    expect(await grantRole(world, boss, { email, role: 'agency' })).toEqual({ ok: true, changed: true });
    expect(await revokeRole(world, boss, { email, role: 'agency' })).toEqual({ ok: true, changed: true });
    pass(world, 1);
    expect(await grantRole(world, boss, { email: 'ingen@b.example', role: 'agency' })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  test('what many do at once is one unbroken chain in the audit', async () => {
    world = await fakeWorld(await fresh());
    const boss = await somebody(world, { givenName: 'Arne', roles: ['administrator'] });
    await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        addPerson(world, boss, { givenName: `Nr${at}`, familyName: 'Eksempel', email: null, roles: ['adviser'] }),
      ),
    );
    expect(await checkAudit(world)).toEqual([]);
    expect(await world.db.selectFrom('audit').select('seq').execute()).toHaveLength(9);
  });

  test('demo sign-in is for demo people on a marked database', async () => {
    world = await fakeWorld(await fresh(), { demo: true, demoSignIn: true });
    const demo = await somebody(world, { givenName: 'Vera', roles: ['adviser'], demo: true });
    const real = await somebody(world, { givenName: 'Rigtig', roles: ['administrator'] });
    expect(await signInAsDemo(world, { personId: demo.personId })).toMatchObject({ ok: true });
    expect(await signInAsDemo(world, { personId: real.personId })).toEqual({ ok: false, reason: 'not-found' });
    expect(await signInAsDemo({ ...world, demoSignIn: false }, { personId: demo.personId })).toEqual({
      ok: false,
      reason: 'not-offered',
    });
  });
});
