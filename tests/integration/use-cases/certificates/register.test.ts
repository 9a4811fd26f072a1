import { afterEach, expect, test } from 'vitest';
import { loader } from '#app/routes/certificates-csv.ts';
import { listRegister } from '#app/use-cases/certificates/register/list-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { appendCertificateEvent, insertCertificate } from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../../world.ts';

onBothDatabases('the register of certificates', (_, fresh) => {
  let world: FakeWorld;
  let agency: Viewer;
  afterEach(() => world.close());

  async function stage() {
    world = await fakeWorld(await fresh(), { now: '2026-11-24T09:00:00.000Z' });
    agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    const holder = await somebody(world, { givenName: 'Vera', roles: ['adviser'] });
    const { id: course, edition } = world.catalogue.editions.at(-1)!.course;
    const issue = async (number: string, name: string, library: string, issuedAt: string, validUntil: string) => {
      await insertCertificate(world.db, {
        number,
        verify_code: number,
        person_id: holder.personId,
        enrolment_id: null,
        name_at_issue: name,
        library_at_issue: library,
        course,
        edition,
        valid_from: issuedAt.slice(0, 10),
        valid_until: validUntil,
        issued_at: issuedAt,
        replaces: null,
        supersedes: null,
        status_index: Number(number.replace('-', '')),
        name_public: 0,
        recorded_at: issuedAt,
      });
      await happened(number, 'issued', issuedAt);
    };
    await issue('2024-00001', 'Åse Eksempel', 'Herning Bibliotek, 765700', '2024-03-01T10:00:00.000Z', '2026-03-01');
    // A quarter past midnight in Copenhagen is still the day before in UTC.
    await issue('2025-00001', 'Bo Eksempel', 'Horsens Bibliotek, 761500', '2025-01-31T23:15:00.000Z', '2027-02-01');
    await issue(
      '2026-00001',
      '=Cecilie Eksempel',
      'Herning Bibliotek, 765700',
      '2026-05-01T10:00:00.000Z',
      '2028-05-01',
    );
    await issue('2026-00002', 'Dan Eksempel', '–', '2026-06-01T10:00:00.000Z', '2030-06-01');
    await happened('2026-00001', 'suspended', '2026-10-01T10:00:00.000Z');
  }
  const happened = (number: string, type: 'issued' | 'suspended', at: string) =>
    appendCertificateEvent(world.db, {
      id: world.newId(),
      number,
      type,
      reason: null,
      actor: null,
      at,
      recorded_at: at,
    });
  const asked = async (search: string) =>
    (await listRegister(world, agency, parseRegisterFilter(new URLSearchParams(search)).filter))!;
  const found = async (search: string) => (await asked(search)).entries.map(({ number }) => number);

  test('is filtered by text, status, course, place and both periods, including their first and last day', async () => {
    await stage();
    expect(await found('')).toEqual(['2026-00002', '2026-00001', '2025-00001', '2024-00001']);
    expect(await found('find=ÅSE')).toEqual(['2024-00001']);
    expect(await found('find=horsens')).toEqual(['2025-00001']);
    expect(await found('status=valid')).toEqual(['2026-00002']);
    expect(await found('status=renewal-open')).toEqual(['2025-00001']);
    expect(await found('status=suspended')).toEqual(['2026-00001']);
    expect(await found('status=expired')).toEqual(['2024-00001']);
    expect(await found('municipality=0657')).toEqual(['2026-00001', '2024-00001']);
    expect(await found('municipality=0657&status=expired')).toEqual(['2024-00001']);
    expect(await found('course=another')).toEqual([]);
    expect(await found('edition=another')).toEqual([]);
    expect(await found('issuedFrom=2025-02-01&issuedTo=2025-02-01')).toEqual(['2025-00001']);
    expect(await found('issuedFrom=2025-02-02&issuedTo=2026-05-01')).toEqual(['2026-00001']);
    expect(await found('endsFrom=2027-01-31&endsTo=2027-01-31')).toEqual(['2025-00001']);
    expect(await found('endsFrom=2027-02-01&endsTo=2028-04-29')).toEqual([]);
  });

  test('is sorted by any column in both directions, and reports a day that does not exist instead of filtering by it', async () => {
    await stage();
    expect(await found('sort=until')).toEqual(['2024-00001', '2025-00001', '2026-00001', '2026-00002']);
    expect(await found('sort=until&order=reversed')).toEqual(['2026-00002', '2026-00001', '2025-00001', '2024-00001']);
    expect(await found('sort=holder')).toEqual(['2026-00001', '2025-00001', '2026-00002', '2024-00001']);
    // Equal entries are listed newest first.
    expect(await found('sort=library')).toEqual(['2026-00002', '2026-00001', '2024-00001', '2025-00001']);
    expect(await found('sort=issued')).toEqual(['2026-00002', '2026-00001', '2025-00001', '2024-00001']);
    expect(await found('sort=issued&order=reversed')).toEqual(['2024-00001', '2025-00001', '2026-00001', '2026-00002']);
    expect(await found('sort=status')).toEqual(['2026-00002', '2025-00001', '2024-00001', '2026-00001']);
    expect(parseRegisterFilter(new URLSearchParams('issuedTo=2026-02-30&endsFrom=2026-01-01'))).toMatchObject({
      filter: { issuedTo: '', endsFrom: '2026-01-01' },
      notDays: ['issuedTo'],
    });
  });

  test('comes in pages with the number of all, and its file has every page', async () => {
    await stage();
    for (let at = 0; at < 120; at++) {
      const number = `2023-${String(at + 1).padStart(5, '0')}`;
      await putCertificate(world, { personId: agency.personId, number, code: number, issuedOn: '2023-01-01' });
    }
    const page = async (asked: number) =>
      (await listRegister(world, agency, parseRegisterFilter(new URLSearchParams('find=2023')).filter, asked))!;
    expect(await page(1)).toMatchObject({ count: 120, page: 1, of: 3 });
    const pages = [await page(1), await page(2), await page(3)].map(({ entries }) =>
      entries.map(({ number }) => number),
    );
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flat()).size).toBe(120);
    expect(pages.flat()).toEqual(pages.flat().toSorted().reverse());
    expect(await page(9)).toMatchObject({ page: 3 });
    const request = new Request('http://vejlederbevis.test/certificates/table.csv');
    const whole = await loader({ request, params: {}, context: { world, viewer: agency, language: 'da' } as never });
    expect((await whole.text()).trim().split('\r\n')).toHaveLength(1 + 120 + 4);
  });

  test('shows in which months live certificates end', async () => {
    await stage();
    const { endings, later } = await asked('');
    expect(endings.filter(({ count }) => count > 0)).toEqual([
      { month: '2027-01-01', count: 1 },
      { month: '2028-04-01', count: 1 },
    ]);
    expect(later).toBe(1);
    expect((await asked('municipality=0615')).endings.filter(({ count }) => count > 0)).toHaveLength(1);
  });

  test('exports the filtered rows as CSV to viewers with permission, without formulas and codes', async () => {
    await stage();
    const ask = async (viewer: Viewer, search: string) => {
      const request = new Request(`http://vejlederbevis.test/certificates/table.csv?${search}`);
      const context = { world, viewer, language: 'da' } as never;
      return loader({ request, params: {}, context }).catch((thrown: Response) => thrown);
    };
    const answer = await ask(agency, 'municipality=0657&sort=number&order=reversed');
    const [head, ...rows] = (await answer.text())
      .trim()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(head).toHaveLength(9);
    expect(rows.map(([number, name, , place]) => [number, name, place])).toEqual([
      ['2024-00001', 'Åse Eksempel', 'Herning'],
      ['2026-00001', "'=Cecilie Eksempel", 'Herning'],
    ]);
    expect((await ask(agency, 'endsTo=igår')).status).toBe(400);
    const adviser = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    expect((await ask(adviser, '')).status).toBe(403);
    expect(await listRegister(world, adviser, parseRegisterFilter(new URLSearchParams()).filter)).toBeUndefined();
  });
});
