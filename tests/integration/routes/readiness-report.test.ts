import { afterEach, expect, test } from 'vitest';
import { loader as checkLoader } from '#app/routes/check-report.tsx';
import { action, loader } from '#app/routes/readiness-report.tsx';
import { loader as csvLoader } from '#app/routes/report-csv.ts';
import { loader as fileLoader } from '#app/routes/report-file.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { freshDatabase } from '../../databases.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../world.ts';

let world: FakeWorld;
afterEach(() => world.close());

const page = 'http://vejlederbevis.test/readiness/report';
const given = (viewer: Viewer, request: Request, params = {}) =>
  ({ request, params, context: { world, viewer, language: 'da', client: 'a' } as never }) as never;
const posted = (fields: Record<string, string>) =>
  new Request(`${page}?knownOn=2026-11-20`, { method: 'POST', body: new URLSearchParams(fields) });

test('a report is ordered by a form, shown with its files, and checked by anybody', async () => {
  world = await fakeWorld(await freshDatabase('sqlite'));
  const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
  const before = (await loader(given(agency, new Request(page)))) as { data: { title: string } };
  expect(before.data.title).toBe('Lav en rapport');
  const answer = (await action(given(agency, posted({ date: '2026-11-24', operation: 'a' })))) as Response;
  const to = answer.headers.get('Location')!;
  expect(to).toMatch(/^\/readiness\/report\?knownOn=2026-11-20&asOf=2026-11-24&snapshot=/);
  const { data } = (await loader(given(agency, new Request(`http://vejlederbevis.test${to}`)))) as unknown as {
    data: { title: string; view: { shown: { id: string; code: string }; earlier: unknown[] } };
  };
  expect([data.title, data.view.earlier.length]).toEqual(['Rapport: 0 af 98 kommuner er klar, 24. november 2026', 1]);
  const { id: snapshotId, code } = data.view.shown;
  const file = (await fileLoader(given(agency, new Request(page), { snapshotId, language: 'en' }))) as Response;
  expect([file.headers.get('Content-Type'), file.headers.get('Content-Disposition')]).toEqual([
    'application/pdf',
    'inline; filename="report-2026-11-24-en.pdf"',
  ]);
  const csv = (await csvLoader(given(agency, new Request(page), { snapshotId }))) as Response;
  expect((await csv.text()).split('\r\n')).toHaveLength(100);
  const nobody = undefined as unknown as Viewer;
  const checked = (await checkLoader(given(nobody, new Request(page), { code }))) as unknown as {
    data: { title: string; report: { isAsStored: boolean } };
  };
  expect(checked.data).toMatchObject({
    title: 'Det er en rapport fra os, ikke et bevis',
    report: { isAsStored: true },
  });
});

test('a day that does not exist is refused, and so is a contact person', async () => {
  world = await fakeWorld(await freshDatabase('sqlite'));
  const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
  const refused = (await action(given(agency, posted({ date: '2026-02-30' })))) as unknown as {
    data: { error: string };
    init: { status: number };
  };
  expect([refused.init.status, refused.data.error]).toEqual([400, 'Datoen findes ikke. Skriv den som 24 11 2026.']);
  const contact = await somebody(world, { givenName: 'Kim', roles: ['contact-person'], library: libraries.herning });
  const thrown = (await loader(given(contact, new Request(page))).catch((error: unknown) => error)) as Response;
  expect(thrown.status).toBe(403);
});
