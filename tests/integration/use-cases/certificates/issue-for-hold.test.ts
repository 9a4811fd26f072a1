import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { issueCertificate, keyIsOut } from '#app/use-cases/certificates/issuing/issue-certificate.server.ts';
import { rehearseForHold } from '#app/use-cases/certificates/issuing/rehearse-for-hold.server.ts';
import { seeIssuing } from '#app/use-cases/certificates/issuing/see-issuing.server.ts';
import { startIssuing } from '#app/use-cases/certificates/issuing/start-issuing.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { holdBack } from '#app/use-cases/holds/advisers/hold-back.server.ts';
import { renamePerson } from '#app/use-cases/people/rename-person.server.ts';
import { makePrinter } from '#certificates/printer.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import { listContradictions } from '#db/contradictions.ts';
import { findEnrolment } from '#db/queries/enrolment.ts';
import { listStuckRecords } from '#db/queries/stuck-record.ts';
import { onBothDatabases } from '../../../databases.ts';
import { earnedHold } from '../../../earned-hold.ts';
import { developmentKey } from '../../../unit/certificates/keys.ts';
import { workerFile } from '../../../worker-file.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const walkedUntil = '2027-01-20T09:00:00.000Z';

onBothDatabases('issuing for a hold', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function stage(count: number) {
    const opened = await fresh();
    world = await fakeWorld(opened);
    const hold = await earnedHold(world, count, world.clock.at);
    world.clock.at = walkedUntil;
    return { ...hold, opened };
  }
  const certificates = () =>
    world.db.selectFrom('certificate').select(['number', 'enrolment_id']).orderBy('number').execute();
  async function expectOneEach(enrolmentIds: string[]) {
    const issued = await certificates();
    expect(issued.map(({ enrolment_id }) => enrolment_id!).sort()).toEqual([...enrolmentIds].sort());
    // A server that is killed while it prints leaves a number unused.
    expect(new Set(issued.map(({ number }) => number)).size).toBe(enrolmentIds.length);
    const letters = await world.db
      .selectFrom('outbox')
      .select('dedupe_key')
      .where('dedupe_key', 'like', 'issued:%')
      .execute();
    expect(letters.map(({ dedupe_key }) => dedupe_key).sort()).toEqual(issued.map(({ number }) => `issued:${number}`));
    expect(await listContradictions(world.db)).toEqual([]);
  }

  test('gives each person one certificate, even if it starts twice on two servers, and reports the outcome for everybody', async () => {
    const { leader, holdId, enrolled } = await stage(3);
    const ids = enrolled.map(({ enrolmentId }) => enrolmentId);
    const [held, odd] = [enrolled[1]!, enrolled[2]!];
    expect(await holdBack(world, leader, { enrolmentId: held.enrolmentId, reason: 'Mangler svar.' })).toEqual({
      ok: true,
    });
    const rename = (givenName: string) =>
      renamePerson(world, null, { personId: odd.viewer.personId, givenName, familyName: 'Eksempel' });
    await rename('美');
    const would = await rehearseForHold(world, holdId);
    expect(Object.fromEntries(would!.map(({ enrolmentId, would }) => [enrolmentId, would]))).toEqual({
      [ids[0]!]: 'issue',
      [ids[1]!]: 'held-back',
      [ids[2]!]: 'letters-missing',
    });
    expect(await certificates()).toEqual([]);

    const pressed = await Promise.all([1, 2].map(() => startIssuing(world, leader, { holdId })));
    expect(new Set(pressed.map((each) => each.ok && each.runId)).size).toBe(1);
    await Promise.all([workOffIssueRuns(world), workOffIssueRuns({ ...world })]);
    expect(await seeIssuing(world, leader, holdId)).toMatchObject({
      toIssue: 1,
      run: { done: 3, of: 3, outcomes: { issued: 1, had: 0, 'held-back': 1, 'letters-missing': 1 } },
    });
    await expectOneEach([ids[0]!]);

    // After the name is corrected, the certificate is issued, and no second letter about withholding is sent.
    await rename('Mei');
    expect(await startIssuing(world, leader, { holdId })).toMatchObject({ ok: true });
    await workOffIssueRuns(world);
    const seen = await seeIssuing(world, leader, holdId);
    expect(seen).toMatchObject({ toIssue: 0, run: { outcomes: { issued: 1, had: 1, 'held-back': 1 } } });
    expect(seen!.run!.endedAt).not.toBeNull();
    expect(await startIssuing(world, leader, { holdId })).toEqual({ ok: false, reason: 'nothing-to-issue' });
    expect(await certificates()).toHaveLength(2);
  });

  test('withholds a certificate whose name has no room on it, tells the person why, and issues it after a correction', async () => {
    const { leader, holdId, enrolled } = await stage(1);
    const [{ enrolmentId, viewer }] = enrolled as [(typeof enrolled)[0]];
    const rename = (familyName: string) =>
      renamePerson(world, null, { personId: viewer.personId, givenName: 'Villy', familyName });
    await rename('N'.repeat(60));
    await workOffIssueRuns(world);
    expect((await findEnrolment(world.db, enrolmentId))!.state).toBe('withheld');
    const [because] = (await seeIssuing(world, leader, holdId))!.people.map((each) => each.because);
    expect(because).toBe('withheld:no-room:');
    const letters = await world.db
      .selectFrom('outbox')
      .select('body')
      .where('dedupe_key', 'like', 'withheld:%')
      .execute();
    expect(letters.map(({ body }) => body)).toEqual([expect.stringContaining('er for langt til at stå på beviset')]);
    await rename('Eksempel');
    expect(await startIssuing(world, leader, { holdId })).toMatchObject({ ok: true });
    await workOffIssueRuns(world);
    await expectOneEach([enrolmentId]);
  });

  test('is allowed to leaders of the hold and to the agency', async () => {
    const { holdId } = await stage(1);
    const other = await somebody(world, { givenName: 'Knud', roles: ['course-leader'], library: libraries.herning });
    const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    for (const viewer of [other, contact]) {
      expect(await seeIssuing(world, viewer, holdId)).toBeUndefined();
      expect(await startIssuing(world, viewer, { holdId })).toEqual({ ok: false, reason: 'not-found' });
    }
    expect(await seeIssuing(world, agency, holdId)).toMatchObject({ leads: false, toIssue: 1, run: null });
  });

  test('withholds certificates while the key is not in force, and issues them when it is replaced', async () => {
    const { leader, holdId } = await stage(1);
    const signWith = async (key: SigningKey) => {
      await world.printer.close();
      world.printer = makePrinter({ workerFile, findKey: async () => key });
    };
    const issue = async () => {
      await startIssuing(world, leader, { holdId });
      await workOffIssueRuns(world);
      return seeIssuing(world, leader, holdId);
    };
    await signWith(await developmentKey({ from: new Date('2020-01-01'), until: new Date('2027-01-01') }));
    expect(await issue()).toMatchObject({
      people: [{ standing: 'withheld', because: keyIsOut }],
      run: { outcomes: { 'held-back': 1 } },
    });
    await signWith(await developmentKey());
    expect(await issue()).toMatchObject({ people: [{ standing: 'has', number: '2027-00002' }] });
  });

  test('goes on after one person fails, who gets the certificate in the next round', async () => {
    const { leader, holdId, enrolled } = await stage(3);
    const { printer } = world;
    world.printer = {
      ...printer,
      print: (data) =>
        'name' in data && data.name.startsWith('Vera ') ? Promise.reject(new Error('stuck')) : printer.print(data),
    };
    await startIssuing(world, leader, { holdId });
    expect(await workOffIssueRuns(world)).toBe(1);
    expect(await certificates()).toHaveLength(2);
    expect(await listStuckRecords(world.db)).toMatchObject([{ fault: 'Error: stuck' }, { fault: 'Error: stuck' }]);
    world.printer = printer;
    expect(await workOffIssueRuns(world)).toBe(0);
    expect(await listStuckRecords(world.db)).toEqual([]);
    await expectOneEach(enrolled.map(({ enrolmentId }) => enrolmentId));
  });

  test('finishes in the next round what a stopped server left, once', async () => {
    const { enrolled } = await stage(1);
    const [{ enrolmentId }] = enrolled as [(typeof enrolled)[0]];
    const outcomes = await Promise.all([
      workOffIssueRuns(world),
      workOffIssueRuns({ ...world }),
      issueCertificate(world, enrolmentId),
      issueCertificate({ ...world }, enrolmentId),
    ]);
    expect(outcomes.filter((each) => typeof each === 'object' && each.ok).length).toBeLessThanOrEqual(1);
    await expectOneEach([enrolmentId]);
  });

  test('gives each person exactly one certificate, wherever the server is killed and restarted', async () => {
    const { leader, holdId, enrolled, opened } = await stage(4);
    const ids = enrolled.map(({ enrolmentId }) => enrolmentId);
    await startIssuing(world, leader, { holdId });
    const server = (killAfter: number | null) => startServer({ ...opened.at, now: walkedUntil, killAfter });
    // Killed before the first certificate, while its number is reserved, while it is stored, before its letter, and
    // while the second is reserved and stored.
    const kills = process.env.LONG_TESTS === '1' ? [2, 9, 17, 24, 36, 48] : [12, 48];
    for (const killAfter of kills) expect(await server(killAfter)).toBe('SIGKILL');
    const half = await certificates();
    expect(half.length).toBeGreaterThan(0);
    expect(half.length).toBeLessThan(4);
    expect(await Promise.all([server(null), server(null)])).toEqual(['0', '0']);
    await expectOneEach(ids);
    expect(await seeIssuing(world, leader, holdId)).toMatchObject({ run: { done: 4, of: 4 } });
  }, 180_000);
});

function startServer(given: object): Promise<string> {
  const script = path.join(import.meta.dirname, 'work-off.child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(given)], { stdio: 'inherit' });
  return new Promise((ended) => child.once('exit', (code, signal) => ended(signal ?? String(code))));
}
