import iconv from 'iconv-lite';
import { afterEach, expect, test } from 'vitest';
import { csvOf } from '#app/platform/csv.server.ts';
import { commitImport } from '#app/use-cases/holds/seats/commit-import.server.ts';
import { decideRequest } from '#app/use-cases/holds/seats/decide-request.server.ts';
import { listRefusedRows } from '#app/use-cases/holds/seats/list-refused-rows.server.ts';
import { previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { workOffImports } from '#app/use-cases/holds/seats/work-off-imports.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { listEnrolmentsOf } from '#db/queries/enrolment.ts';
import { findPersonByEmail } from '#db/queries/person.ts';
import { insertSetting } from '#db/queries/setting.ts';
import { listStuckRecords } from '#db/queries/stuck-record.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody, someHold } from '../../../world.ts';

const head = 'fornavn;efternavn;arbejdsmail;biblioteksnummer';
let world: FakeWorld;

onBothDatabases('an import', (_engine, fresh) => {
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    return { leader, holdId: await someHold(world, leader) };
  }
  const mailOf = async ({ personId }: { personId: string }) =>
    (await world.db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirstOrThrow()).email;

  test('shows the registered name if the file has a different one, and changes no name', async () => {
    const { leader, holdId } = await stage();
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const aase = await somebody(world, { givenName: 'Åse', roles: ['adviser'], library: libraries.horsens });
    const text = [head, `Helt;Andet;${await mailOf(villy)};765700`, `AASE; eksempel;${await mailOf(aase)};765700`].join(
      '\n',
    );
    const preview = await previewImport(world, leader, { holdId, bytes: Buffer.from(text) });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.rows.map(({ verdict, registered }) => [verdict, registered])).toEqual([
      ['known', 'Villy Eksempel'],
      ['known', undefined],
    ]);
    const names = () => world.db.selectFrom('person_name').selectAll().orderBy('person_id').execute();
    const before = await names();
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toMatchObject({ added: 0, seated: 2 });
    expect(await names()).toEqual(before);
  });

  test('refuses a row with too many cells or too long a name, and still judges the other rows', async () => {
    const { leader, holdId } = await stage();
    const text = [
      head,
      'Åse;Eksempel;aase@b.example;765700;mere',
      `${'x'.repeat(101)};Eksempel;lang@b.example;765700`,
      'Bo;Eksempel;ingen mail;765700',
      'Åse;Eksempel;aase@b.example;765700',
    ].join('\n');
    const preview = await previewImport(world, leader, { holdId, bytes: Buffer.from(text) });
    if (!preview.ok) throw new Error(preview.reason);
    expect(preview.rows.map(({ line, verdict, refusal }) => [line, refusal ?? verdict])).toEqual([
      [2, 'cells'],
      [3, 'name-too-long'],
      [4, 'email'],
      [5, 'new'],
    ]);
  });

  const file = (...names: string[]) =>
    [head, ...names.map((name) => `${name};Eksempel;${name.toLowerCase()}@b.example;765700`)].join('\n');
  const open = () => world.db.selectFrom('import_run').select('id').where('ended_at', 'is', null).execute();

  test('lets others write between its rows', async () => {
    const { leader, holdId } = await stage();
    const names = Array.from({ length: 12 }, (_, each) => `Navn${each}`);
    let committing = true;
    const importing = commitImport(world, leader, { holdId, text: file(...names), invite: false }).finally(() => {
      committing = false;
    });
    let written = 0;
    while (committing) {
      await insertSetting(world.db, `written ${written}`, '', world.now());
      if (committing) written += 1;
    }
    expect(await importing).toMatchObject({ added: 12, seated: 12 });
    expect(written).toBeGreaterThan(5);
  });

  test('that stopped midway keeps its seats, goes on where it stopped, and leaves no rows behind', async () => {
    const { leader, holdId } = await stage();
    await world.db.updateTable('hold').set({ seats: 3 }).execute();
    let ids = 0;
    const { newId } = world;
    world.newId = () => {
      ids += 1;
      // After the run itself and a first person with all that belongs to them.
      if (ids > 8) throw Object.assign(new Error('the lights went out'), { code: 'SQLITE_IOERR' });
      return newId();
    };
    const text = file('Anna', 'Bo', 'Cai');
    const interrupted = await commitImport(world, leader, { holdId, text, invite: true });
    world.newId = newId;
    if (!interrupted.ok) throw new Error(interrupted.reason);
    expect([interrupted.seated > 0, interrupted.seated + interrupted.left, interrupted.refused]).toEqual([true, 3, 0]);
    const people = () => world.db.selectFrom('person').select('email').where('email', 'like', '%@b.example').execute();
    expect((await people()).length).toBeGreaterThan(0);
    expect((await people()).length).toBeLessThan(3);
    expect(await open()).toHaveLength(1);
    const stranger = await somebody(world, { givenName: 'Dan', roles: ['adviser'] });
    const asked = await requestSeat(world, stranger, { holdId });
    if (!asked.ok) throw new Error(asked.reason);
    expect(await decideRequest(world, leader, { enrolmentId: asked.enrolmentId, decision: 'approve' })).toMatchObject({
      ok: false,
    });
    await Promise.all([workOffImports(world), workOffImports({ ...world })]);
    expect(await people()).toHaveLength(3);
    expect(await open()).toEqual([]);
    expect(await world.db.selectFrom('import_row').selectAll().execute()).toEqual([]);
    expect(
      await world.db.selectFrom('audit').select('detail').where('action', '=', 'people-imported').execute(),
    ).toEqual([{ detail: '3 3 0 0' }]);
    expect(await commitImport(world, leader, { holdId, text, invite: true })).toMatchObject({ seated: 0, already: 3 });
  });

  test('that loses the database and cannot even count says that it goes on, and the next round does', async () => {
    const { leader, holdId } = await stage();
    const { db, newId } = world;
    let ids = 0;
    const gone = Object.assign(new Error('gone'), { code: 'SQLITE_IOERR' });
    world.newId = () => {
      ids += 1;
      if (ids < 8) return newId();
      world.db = new Proxy(db, {
        get: () => {
          throw gone;
        },
      });
      throw gone;
    };
    const text = file('Anna', 'Bo', 'Cai');
    const outcome = await commitImport(world, leader, { holdId, text, invite: false });
    Object.assign(world, { db, newId });
    expect(outcome).toEqual({ ok: false, reason: 'interrupted' });
    expect(await open()).toHaveLength(1);
    await workOffImports(world);
    expect(await open()).toEqual([]);
    expect(await world.db.selectFrom('enrolment').select('id').where('hold_id', '=', holdId).execute()).toHaveLength(3);
  });

  test('ends although a library closed after it began: the row is refused, and the file of refused rows says why', async () => {
    const { leader, holdId } = await stage();
    const text = file('Anna', 'Bo');
    const { newId } = world;
    let ids = 0;
    world.newId = () => {
      ids += 1;
      // After the run itself: the first row fails as if the database were away.
      if (ids > 1) throw Object.assign(new Error('gone'), { code: 'SQLITE_IOERR' });
      return newId();
    };
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toMatchObject({ seated: 0, left: 2 });
    world.newId = newId;
    await world.db
      .updateTable('library')
      .set({ closed_on: '2026-11-01' })
      .where('number', '=', libraries.herning)
      .execute();
    await workOffImports(world);
    expect(await open()).toEqual([]);
    expect(await listStuckRecords(world.db)).toEqual([]);
    const { refused, seated } = await world.db
      .selectFrom('import_run')
      .select(['refused', 'seated'])
      .executeTakeFirstOrThrow();
    expect({ refused, seated }).toEqual({ refused: 2, seated: 0 });
    const rows = await listRefusedRows(world, leader, { holdId, text });
    expect(rows.ok && rows.rows.map(({ refusal, closedOn }) => [refusal, closedOn])).toEqual([
      ['library-closed', '2026-11-01'],
      ['library-closed', '2026-11-01'],
    ]);
  });

  test('pressed twice is one import', async () => {
    const { leader, holdId } = await stage();
    const input = { holdId, text: file('Anna', 'Bo'), invite: true };
    const outcomes = await Promise.all([commitImport(world, leader, input), commitImport(world, leader, input)]);
    expect(outcomes.filter((each) => each.ok && each.seated === 2).length).toBeGreaterThan(0);
    expect(await world.db.selectFrom('enrolment').select('id').where('hold_id', '=', holdId).execute()).toHaveLength(2);
  });

  test('goes on past a row that fails, which is shown and tried again', async () => {
    const { leader, holdId } = await stage();
    const { newId } = world;
    let failing = true;
    let begun = 0;
    world.newId = () => {
      begun += 1;
      if (failing && begun === 2) throw new Error('stuck');
      return newId();
    };
    const outcome = await commitImport(world, leader, { holdId, text: file('Anna', 'Bo'), invite: false });
    expect(outcome).toMatchObject({ added: 1, seated: 1, refused: 0, left: 1 });
    expect(await listStuckRecords(world.db)).toMatchObject([{ work: 'import', fault: 'Error: stuck' }]);
    failing = false;
    await workOffImports(world);
    expect(await listStuckRecords(world.db)).toEqual([]);
    expect(await open()).toEqual([]);
    expect(await world.db.selectFrom('enrolment').select('id').where('hold_id', '=', holdId).execute()).toHaveLength(2);
  });

  async function preview(leader: Awaited<ReturnType<typeof somebody>>, holdId: string, text: string | Uint8Array) {
    const seen = await previewImport(world, leader, { holdId, bytes: Buffer.from(text as string) });
    if (!seen.ok) throw new Error(seen.reason);
    return seen;
  }

  test('reads files of Mac, DOS and twice-encoded UTF-8 and says so, and refuses what was damaged before', async () => {
    const { leader, holdId } = await stage();
    const text = `${head}\nSøren;Ågård Eksempel;soeren@bib.example;765700`;
    const twice = new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));
    for (const [encoding, bytes] of [
      ['macintosh', iconv.encode(text, 'macintosh')],
      ['cp850', iconv.encode(text, 'cp850')],
      ['twice-utf-8', Buffer.from(twice, 'utf8')],
    ] as const) {
      const seen = await preview(leader, holdId, bytes);
      expect([seen.encoding, seen.rows[0]!.name, seen.rows[0]!.verdict]).toEqual([
        encoding,
        'Søren Ågård Eksempel',
        'new',
      ]);
    }
    const damaged = ['S\uFFFDren;Eksempel', 'S\u009bren;Eksempel', 'S¿ren;®‡ge'].map(
      (name, at) => `${name};${at}@b.example;765700`,
    );
    const { rows } = await preview(leader, holdId, [head, ...damaged].join('\n'));
    expect(rows.map(({ refusal }) => refusal)).toEqual(['encoding', 'encoding', 'not-a-name']);
    const nothing = await previewImport(world, leader, { holdId, bytes: Buffer.from('\xf7 \xb2\xb3 \xa9', 'latin1') });
    expect(nothing).toEqual({ ok: false, reason: 'encoding' });
  });

  test('names the library, and points out a date that is years away and a certified person of the same name', async () => {
    const { leader, holdId } = await stage();
    const { personId } = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.herning });
    await putCertificate(world, {
      personId,
      number: '2026-00001',
      code: 'K7QM4T9X2HVDW8RC9K2D',
      issuedOn: '2026-11-20',
    });
    await world.db
      .updateTable('library')
      .set({ closed_on: '2026-06-01' })
      .where('number', '=', libraries.esbjerg)
      .execute();
    const { rows } = await preview(
      leader,
      holdId,
      [
        `${head};startdato;slutdato`,
        'VERA;Eksempel;vera@horsens.example;761500;;',
        'Anna;Eksempel;anna@b.example;765700;2062-12-01;',
        'Bo;Eksempel;bo@b.example;765700;;2062-12-01',
        'Ib;Eksempel;ib@b.example;765700;2019-12-01;2027-12-01',
        'Ida;Eksempel;ida@b.example;756100;;',
        'Ea;Eksempel;ea@b.example;756100;2020-01-01;',
      ].join('\n'),
    );
    expect(
      rows.map(({ libraryName, hasNamesake, farDay, refusal, closedOn }) => [
        libraryName,
        hasNamesake,
        farDay,
        refusal,
        closedOn,
      ]),
    ).toEqual([
      ['Horsens Bibliotek', true, undefined, undefined, undefined],
      ['Herning Bibliotek', undefined, '2062-12-01', undefined, undefined],
      ['Herning Bibliotek', undefined, '2062-12-01', undefined, undefined],
      ['Herning Bibliotek', undefined, undefined, undefined, undefined],
      ['Esbjerg Bibliotek', undefined, undefined, 'library-closed', '2026-06-01'],
      ['Esbjerg Bibliotek', undefined, undefined, undefined, undefined],
    ]);
  });

  /** The verdict and the gates of every service on a day. */
  async function verdictsOn(day: string) {
    const { services } = await readinessOfTheCountry(world, day);
    return new Map(
      services.map(({ serviceId, verdict, gates }) => [serviceId, { verdict, gates: gates.map(({ value }) => value) }]),
    );
  }

  test('says beforehand what it does to the places: exactly the difference that readiness shows afterwards', async () => {
    const { leader, holdId } = await stage();
    await world.db.updateTable('hold').set({ seats: 3 }).execute();
    await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const text = [
      `${head};startdato`,
      'Anna;Eksempel;anna@b.example;765700;',
      'Bo;Eksempel;bo@b.example;765700;2027-01-15',
      'Cai;Eksempel;cai@b.example;761500;',
      'Dan;Eksempel;dan@b.example;756100;',
      'Eva;Eksempel;ingen mail;746100;',
    ].join('\n');
    const day = '2027-01-15';
    const before = await verdictsOn(day);
    const { effect } = await preview(leader, holdId, text);
    expect(await world.db.selectFrom('import_run').selectAll().execute()).toEqual([]);
    expect(effect).toMatchObject({ asOf: day, later: 0 });
    expect(
      effect.places.map(({ name, people, guides, ifWaiting, from, to }) => [name, people, guides, ifWaiting, from, to]),
    ).toEqual([
      ['Bibliotekerne i Esbjerg', 1, 0, true, 'uafklaret', 'ikke-klar'],
      ['Bibliotekerne i Herning', 2, 0, false, 'uafklaret', 'ikke-klar'],
      ['Bibliotekerne i Horsens', 1, 0, false, 'ikke-klar', 'ikke-klar'],
    ]);
    expect(effect.places.map(({ gates }) => gates.map(({ title, from, to }) => [title, from, to]))).toEqual([
      [
        ['Bemanding', 'ukendt', 'ikke-opfyldt'],
        ['Tavshedspligt', 'ukendt', 'ikke-relevant'],
      ],
      [
        ['Bemanding', 'ukendt', 'ikke-opfyldt'],
        ['Tavshedspligt', 'ukendt', 'ikke-relevant'],
      ],
      [],
    ]);
    await commitImport(world, leader, { holdId, text, invite: false, waitlist: true });
    const after = await verdictsOn(day);
    const changed = [...after].filter(([id, now]) => JSON.stringify(now) !== JSON.stringify(before.get(id)));
    expect(changed.map(([id, now]) => [id, before.get(id)!.verdict, now.verdict]).sort()).toEqual(
      effect.places
        .filter(({ gates }) => gates.length > 0)
        .map(({ serviceId, from, to }) => [serviceId, from, to])
        .sort(),
    );
  });

  test('of known people alone says that no place changes', async () => {
    const { leader, holdId } = await stage();
    const villy = await somebody(world, { givenName: 'Villy', roles: ['adviser'], library: libraries.horsens });
    const text = `${head}\nVilly;Eksempel;${await mailOf(villy)};765700`;
    expect((await preview(leader, holdId, text)).effect).toEqual({ asOf: '2026-11-24', places: [], later: 0 });
  });

  test('gives its refused rows back as they were written, and takes them mended', async () => {
    const { leader, holdId } = await stage();
    const rows = [
      'Åse;Eksempel;aase@b.example;765700',
      'Bo;-Eksempel;ingen mail;765700',
      ';;nul@b.example;765700;mere',
    ];
    const text = [head, ...rows].join('\n');
    await commitImport(world, leader, { holdId, text, invite: false });
    const refused = await listRefusedRows(world, leader, { holdId, text });
    if (!refused.ok) throw new Error(refused.reason);
    expect(refused.rows.map(({ cells, refusal }) => [refusal, ...cells])).toEqual([
      ['email', 'Bo', '-Eksempel', 'ingen mail', '765700'],
      ['cells', '', '', 'nul@b.example', '765700', 'mere'],
    ]);
    const file = csvOf([['fejl', ...refused.head], ...refused.rows.map(({ refusal, cells }) => [refusal!, ...cells])]);
    const mended = file.replace('ingen mail', 'bo@b.example');
    const again = await preview(leader, holdId, mended);
    expect(again.rows.map(({ name, verdict, refusal }) => [name, refusal ?? verdict])).toEqual([
      ['Bo -Eksempel', 'new'],
      ['', 'cells'],
    ]);
    const stranger = await somebody(world, { givenName: 'Knud', roles: ['course-leader'] });
    expect(await listRefusedRows(world, stranger, { holdId, text })).toEqual({ ok: false, reason: 'not-found' });
  });

  test('of contradicting rows takes none, in whatever order they stand', async () => {
    const { leader, holdId } = await stage();
    const rows = [
      'Eva;Eksempel;e@b.example;765700',
      'Eva;Eksempel;e@b.example;765700',
      'Eva;Eksempel;e@b.example;761500',
    ];
    const text = [head, ...rows].join('\n');
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toMatchObject({ added: 0, refused: 3 });
  });

  test('puts those for whom there is no seat on the waiting list when the leader says so, and refuses them otherwise', async () => {
    world = await fakeWorld(await fresh());
    const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
    const holdId = await someHold(world, leader, 1);
    const text = [
      head,
      ...[1, 2, 3].map((at) => `Nummer;${'Et To Tre'.split(' ')[at - 1]};${at}@b.example;765700`),
    ].join('\n');
    const input = { holdId, text, invite: true };
    expect((await preview(leader, holdId, text)).rows.map(({ refusal, wouldBe }) => [refusal, wouldBe])).toEqual([
      [undefined, undefined],
      ['full', 'new'],
      ['full', 'new'],
    ]);
    const saved = { ok: true, added: 1, seated: 1, waiting: 0, already: 0, refused: 2, left: 0 };
    expect(await commitImport(world, leader, input)).toEqual(saved);
    const waitlisted = { ok: true, added: 2, seated: 0, waiting: 2, already: 1, refused: 0, left: 0 };
    expect(await commitImport(world, leader, { ...input, waitlist: true })).toEqual(waitlisted);
    const { id } = (await findPersonByEmail(world.db, '3@b.example'))!;
    expect(await listEnrolmentsOf(world.db, id)).toMatchObject([{ state: 'waitlisted' }]);
    const letters = await world.db.selectFrom('outbox').select(['recipient', 'subject']).orderBy('recipient').execute();
    expect(letters.map(({ subject }) => subject.includes('venteliste'))).toEqual([false, true, true]);
    expect(await commitImport(world, leader, { ...input, waitlist: true })).toMatchObject({ seated: 0, waiting: 0 });
  });

  test('of two people of one name at one library leaves a hold where each is told apart, and a file with plain names', async () => {
    const { leader, holdId } = await stage();
    const text = [head, ...[1, 2].map((at) => `Zenia;Eksempel;zenia${at}@bib.example;765700`)].join('\n');
    await commitImport(world, leader, { holdId, text, invite: false });
    const { advisers } = (await seeHold(world, leader, holdId))!;
    expect(advisers.map(({ name, nameAlone }) => [name, nameAlone])).toEqual([
      ['Zenia Eksempel (zenia1@bib.example)', 'Zenia Eksempel'],
      ['Zenia Eksempel (zenia2@bib.example)', 'Zenia Eksempel'],
    ]);
  });

  test('takes a person with one name, and the address as it is meant', async () => {
    const { leader, holdId } = await stage();
    const text = `${head}\nSuharto;;<s@bib.example>\u200b;765700`;
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toMatchObject({ added: 1, refused: 0 });
    expect(await findPersonByEmail(world.db, 's@bib.example')).toMatchObject({ name: 'Suharto' });
  });

  test('gives no seat on a hold that has ended, and reports an empty file as empty', async () => {
    const { leader, holdId } = await stage();
    expect(await previewImport(world, leader, { holdId, bytes: Buffer.alloc(0) })).toEqual({
      ok: false,
      reason: 'empty',
    });
    const { ends_on } = await world.db.selectFrom('hold').select('ends_on').executeTakeFirstOrThrow();
    world.clock.at = `${ends_on}T09:00:00.000Z`;
    const text = `${head}\nÅse;Eksempel;aase@b.example;765700`;
    const refused = { ok: false, reason: 'hold-over', endsOn: ends_on };
    expect(await previewImport(world, leader, { holdId, bytes: Buffer.from(text) })).toEqual(refused);
    expect(await commitImport(world, leader, { holdId, text, invite: false })).toEqual(refused);
  });
});
