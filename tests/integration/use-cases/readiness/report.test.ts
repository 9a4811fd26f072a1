import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { reportMap } from '#app/server/report-map.server.ts';
import { reportTable } from '#app/server/report-table.server.ts';
import { checkFile } from '#app/use-cases/certificates/checking/check-file.server.ts';
import { fileChecksOf } from '#app/use-cases/certificates/checking/file-checks-of.ts';
import { checkReport } from '#app/use-cases/readiness/report/check-report.server.ts';
import { makeReport } from '#app/use-cases/readiness/report/make-report.server.ts';
import { orderReport } from '#app/use-cases/readiness/report/order-report.server.ts';
import { readReportFile } from '#app/use-cases/readiness/report/read-report-file.server.ts';
import { seeReports } from '#app/use-cases/readiness/report/see-reports.server.ts';
import { findSnapshot } from '#app/use-cases/readiness/snapshots/find-snapshot.server.ts';
import { takeSnapshot } from '#app/use-cases/readiness/snapshots/take-snapshot.server.ts';
import { sweepFiles } from '#app/use-cases/record/sweep-files.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';
import { onBothDatabases } from '../../../databases.ts';
import { developmentKey } from '../../../unit/certificates/keys.ts';
import { textOf } from '../../../unit/certificates/read-pdf.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

const key = await developmentKey();

onBothDatabases('a report', (engine, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function begin(given: { key?: SigningKey } = { key }) {
    world = await fakeWorld(await fresh(), given);
    return somebody(world, { givenName: 'Stine', roles: ['agency'] });
  }
  async function ordered(agency: Viewer, asOf = '2026-11-24', operationId?: string) {
    const outcome = await orderReport(world, agency, { asOf, map: reportMap, ...(operationId && { operationId }) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return outcome.id;
  }
  const fileOf = async (snapshotId: string, language = 'da') => {
    const file = (await readReportFile(world, null, { snapshotId, language }))!;
    return { ...file, bytes: new Uint8Array(file.bytes) };
  };
  const checked = async (bytes: Uint8Array) => {
    const outcome = await checkFile(world, { bytes, client: 'a' });
    if (!outcome.ok) throw new Error(outcome.reason);
    if (outcome.fault) throw outcome.fault;
    return outcome.verification;
  };

  test('says the same in both languages as its snapshot, is stored, and is never printed again', async () => {
    const agency = await begin();
    const id = await ordered(agency);
    const [da, en] = [await fileOf(id), await fileOf(id, 'en')];
    const found = await findSnapshot(world, agency, { id });
    if (!found.ok) throw new Error(found.reason);
    const { snapshot } = found;
    const said = await textOf(da.bytes);
    for (const part of ['0 af 98 kommuner er klar den 24. november 2026', 'Alle kommuner: Albertslund til', 'Aarhus'])
      expect(said.replace(/\s+/g, ' ')).toContain(part);
    expect(said.replace(/\s/g, '')).toContain(snapshot.sha256);
    expect((await textOf(en.bytes)).replace(/\s+/g, ' ')).toContain('Of 98 we do not know who guides there.');
    expect([da.called, en.called]).toEqual(['rapport-2026-11-24-da.pdf', 'report-2026-11-24-en.pdf']);
    expect(Math.max(da.bytes.length, en.bytes.length)).toBeLessThanOrEqual(200_000);
    pass(world, 3 * 24 * 60);
    await sweepFiles(world);
    expect(await makeReport(world, agency, { snapshotId: id, map: reportMap })).toEqual({ ok: true, id });
    expect((await fileOf(id)).sha256).toBe(da.sha256);
    expect((await seeReports(world, agency, { language: 'da', asOf: '2026-11-24' }))!.shown).toMatchObject({
      ...{ id, of: 98, missing: 0, counts: { ready: 0, 'people-unknown': 98 } },
    });
    const table = reportTable(world, 'da', snapshot);
    expect([table.rows.length, table.head.length]).toEqual([98, table.rows[0]!.length]);
    expect(table.rows[0]!.slice(0, 5)).toEqual([
      '0165',
      'Albertslund',
      'Region Hovedstaden',
      '2026-11-24',
      'Uafklaret',
    ]);
    expect(table.notes.texts.join()).toContain(snapshot.sha256);
  });

  test('is ordered once by one form, also for a coming day without experience', async () => {
    const agency = await begin();
    const id = await ordered(agency, '2027-06-01', 'form');
    pass(world, 1);
    expect(await ordered(agency, '2027-06-01', 'form')).toBe(id);
    expect(await textOf((await fileOf(id)).bytes)).toContain('For få har gennemført');
    expect(await orderReport(world, agency, { asOf: 'soon', map: reportMap })).toMatchObject({ reason: 'not-a-day' });
  });

  test('is found to be a report and no certificate by its file, and refused when it was altered', async () => {
    const agency = await begin();
    const id = await ordered(agency);
    const { bytes } = await fileOf(id);
    const found = await findSnapshot(world, agency, { id });
    const { code, sha256 } = found.ok ? found.snapshot : { code: '', sha256: '' };
    const genuine = await checked(bytes);
    expect(genuine).toMatchObject({
      ...{ verdict: 'not-valid-now', reasons: ['report-only'], certificate: null },
      report: { code, sha256, asOf: '2026-11-24', isAsStored: true },
    });
    expect(fileChecksOf(genuine).map(({ is, found }) => `${is} ${found}`)).toEqual([
      'form good',
      'signature good',
      'content good',
      'register good',
    ]);
    const other = bytes.slice();
    other[2_000] = other[2_000]! ^ 1;
    expect(await checked(other)).toMatchObject({ verdict: 'not-genuine' });
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    pdf.getPage(0).node.delete(PDFName.of('Contents'));
    expect(await checked(await pdf.save())).toMatchObject({ verdict: 'not-genuine' });
    expect(await checkReport(world, { code, client: 'a' })).toMatchObject({
      ok: true,
      report: { asOf: '2026-11-24', sha256, isAsStored: true, ready: { count: 0, of: 98 } },
    });
    expect(await checkReport(world, { code: 'K7QM-4T9X-2HVD-W8RC-9K2D', client: 'a' })).toMatchObject({ ok: false });
  });

  test('that another signed, or whose bytes the register does not know, is not ours', async () => {
    const agency = await begin();
    const { bytes } = await fileOf(await ordered(agency));
    const elsewhere = await fakeWorld(await fresh(), { key });
    expect(await checkFile(elsewhere, { bytes, client: 'a' })).toMatchObject({
      verification: { verdict: 'not-genuine', reasons: ['signer-unknown'] },
    });
    await elsewhere.close();
  });

  test('without a key is known by its bytes alone', async () => {
    const agency = await begin({});
    const { bytes } = await fileOf(await ordered(agency));
    expect(await checked(bytes)).toMatchObject({ verdict: 'unchecked', reasons: ['no-signature', 'report-only'] });
  });

  test('whose snapshot was altered in the database says so, and shows nothing of it', async () => {
    const agency = await begin();
    const id = await ordered(agency);
    const { bytes } = await fileOf(id);
    const code = (await findSnapshot(world, agency, { id })) as { snapshot: { code: string } };
    if (engine === 'sqlite') await sql`drop trigger snapshot_no_update`.execute(world.db);
    else await sql`alter table snapshot disable trigger snapshot_append_only`.execute(world.db);
    await sql`update snapshot set rows = replace(rows, '"uafklaret"', '"klar"')`.execute(world.db);
    expect(await checked(bytes)).toMatchObject({
      reasons: ['report-only', 'snapshot-altered'],
      report: { isAsStored: false },
    });
    expect(await checkReport(world, { code: code.snapshot.code, client: 'a' })).toMatchObject({
      report: { isAsStored: false, ready: null },
    });
    expect(await seeReports(world, agency, { language: 'da', asOf: '2026-11-24' })).toMatchObject({
      shown: null,
      altered: true,
    });
    expect(await makeReport(world, agency, { snapshotId: id, map: reportMap })).toEqual({
      ok: false,
      reason: 'altered',
    });
  });

  test('is for the agency and administrators, and a snapshot that was never printed has no check page', async () => {
    const agency = await begin();
    const id = await ordered(agency);
    for (const role of ['adviser', 'course-leader', 'contact-person'] satisfies Role[]) {
      const viewer = await somebody(world, { givenName: 'Kim', roles: [role], library: libraries.herning });
      expect(await readReportFile(world, viewer, { snapshotId: id, language: 'da' })).toBeUndefined();
      expect(await seeReports(world, viewer, { language: 'da', asOf: '2026-11-24' })).toBeUndefined();
      expect(await makeReport(world, viewer, { snapshotId: id, map: reportMap })).toMatchObject({
        reason: 'forbidden',
      });
      expect(await orderReport(world, viewer, { asOf: '2026-11-24', map: reportMap })).toMatchObject({
        reason: 'forbidden',
      });
    }
    const taken = await takeSnapshot(world, agency, { asOf: '2026-11-20', scope: { kind: 'country' } });
    expect(await checkReport(world, { code: taken.ok ? taken.code : '', client: 'a' })).toMatchObject({ ok: false });
    expect(
      await readReportFile(world, agency, { snapshotId: taken.ok ? taken.id : '', language: 'da' }),
    ).toBeUndefined();
  });
});
