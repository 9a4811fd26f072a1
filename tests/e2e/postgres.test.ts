import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startPostgres } from '../postgres.ts';
import { bareEnvironment } from './bare-environment.ts';
import { openSite } from './site.ts';

test('the service runs on PostgreSQL and shows an error page when the database is gone', async () => {
  const database = await startPostgres();
  const more = { DATABASE_URL: `postgres://test@localhost/postgres?host=${encodeURIComponent(database.socket)}` };
  const toolkit = (...words: string[]) =>
    execFileSync(process.execPath, [path.resolve('build/node/toolkit.js'), ...words], {
      env: bareEnvironment(database.socket, more),
      encoding: 'utf8',
    });
  expect(toolkit('db', 'seed', '--small')).toMatch(/\d+ people, \d+ certificates/);
  const { municipalities } = JSON.parse(toolkit('readiness', 'report', '--json'));
  expect(municipalities).toHaveLength(98);
  // Monitoring reads this, so its shape must not change.
  const keys = [
    'code',
    'name',
    'pilot',
    'verdict',
    'people',
    'papers',
    'stage',
    'mapClass',
    'score',
    'scoreParts',
    'gates',
    'staffing',
  ];
  for (const each of municipalities) {
    expect(Object.keys(each)).toEqual(keys);
    expect(Object.keys(each.staffing)).toEqual(['required', 'certified', 'countedForGate']);
  }
  expect(toolkit('db', 'rebuild')).toMatch(/ 0 differed/);

  const site = await openSite(more);
  const people = await (await fetch(`${site.url}/sign-in`)).text();
  const person = /name="person" value="([^"]+)"/.exec(people)![1]!;
  const signedIn = await fetch(`${site.url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url },
    body: new URLSearchParams({ person }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  expect((await fetch(`${site.url}/my-certificate`, { headers: { cookie } })).status).toBe(200);

  // A restart in the middle of what people do: some are told to try again, and then all goes on by itself.
  let restarting = true;
  const asking = Array.from({ length: 8 }, async () => {
    const statuses: number[] = [];
    while (restarting) {
      const answer = await fetch(`${site.url}/my-certificate`, { headers: { cookie } });
      await answer.arrayBuffer();
      statuses.push(answer.status);
      if (answer.status === 503) expect(answer.headers.get('retry-after')).toBe('5');
    }
    return statuses;
  });
  for (let times = process.env.LONG_TESTS === '1' ? 10 : 1; times > 0; times--) await database.restart();
  restarting = false;
  expect((await Promise.all(asking)).flat().filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect((await fetch(`${site.url}/my-certificate`, { headers: { cookie } })).status).toBe(200);

  await database.stop();
  expect((await fetch(`${site.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  const gone = await fetch(`${site.url}/my-certificate`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: site.url },
    body: new URLSearchParams({ intent: 'start' }),
  });
  expect(gone.status).toBe(503);
  const page = await gone.text();
  for (const said of [
    'Har du sendt noget, er det ikke gemt',
    '<p lang="en">We cannot reach our database right now.',
    gone.headers.get('x-request-id')!,
  ])
    expect(page).toContain(said);
  expect(gone.headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${site.url}/my-certificate`, { headers: { cookie } })).status).toBe(503);
  // Without the register, a check says nothing about a certificate, whether the visitor is signed in or not.
  for (const [mine, said] of [
    ['', 'Det siger intet om beviset'],
    [cookie, 'Det siger intet om beviset'],
    ['language=en', 'says nothing about the certificate'],
  ] as const) {
    const asked = await fetch(`${site.url}/v/0123-4567-89AB-CDEF-GHJK`, { headers: { cookie: mine } });
    expect([asked.status, asked.headers.get('cache-control')]).toEqual([503, 'no-store']);
    const answer = await asked.text();
    expect(answer).toContain(said);
    expect(answer).not.toMatch(/findes ikke|ikke ægte|does not exist|not genuine/);
  }
  // Visitors who are not signed in get the same page, and never hear that something was saved.
  const asked = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url },
    body: new URLSearchParams({ email: 'vera@bibliotek.example' }),
  });
  expect(asked.status).toBe(503);
  expect(await asked.text()).toContain('Har du sendt noget, er det ikke gemt');
  expect((await fetch(`${site.url}/sign-in`)).status).toBe(503);
  await site.stop();
});
