import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startPostgres } from '../postgres.ts';
import { bareEnvironment } from './bare-environment.ts';
import { openSite } from './site.ts';

test('the same service runs on PostgreSQL, and says so when the database is gone', async () => {
  const database = await startPostgres();
  const more = { DATABASE_URL: `postgres://test@localhost/postgres?host=${encodeURIComponent(database.socket)}` };
  const toolkit = (...words: string[]) =>
    execFileSync(process.execPath, [path.resolve('build/node/toolkit.js'), ...words], {
      env: bareEnvironment(database.socket, more),
      encoding: 'utf8',
    });
  expect(toolkit('db', 'seed', '--small')).toMatch(/\d+ people, \d+ certificates/);
  expect(JSON.parse(toolkit('readiness', 'report', '--json')).municipalities).toHaveLength(98);
  expect(toolkit('db', 'rebuild')).toMatch(/ 0 differed/);

  const site = await openSite(more);
  const page = await (await fetch(`${site.url}/sign-in`)).text();
  const person = /name="person" value="([^"]+)"/.exec(page)![1]!;
  const signedIn = await fetch(`${site.url}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: site.url },
    body: new URLSearchParams({ person }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  expect((await fetch(`${site.url}/my-certificate`, { headers: { cookie } })).status).toBe(200);

  await database.stop();
  expect((await fetch(`${site.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  const gone = await fetch(`${site.url}/my-certificate`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: site.url },
    body: new URLSearchParams({ deed: 'start' }),
  });
  expect(gone.status).toBe(503);
  expect(await gone.text()).toContain('Det, du sendte, er ikke gemt');
  await site.stop();
});
