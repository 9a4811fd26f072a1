import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseFile } from '#db/open-database.ts';
import { bareEnvironment } from './bare-environment.ts';
import { openSite } from './site.ts';

const toolkit = path.resolve('build/node/toolkit.js');
const emptyFolder = () => mkdtempSync(path.join(tmpdir(), 'vejlederbevis-'));
const run = (dataDir: string, words: string[], more: Record<string, string> = {}) =>
  spawnSync(process.execPath, [toolkit, ...words], { env: bareEnvironment(dataDir, more), encoding: 'utf8' });

describe('the server', () => {
  test('refuses to start in production without its secrets, and says which', () => {
    const started = spawnSync(process.execPath, ['build/node/server.js'], {
      env: bareEnvironment(emptyFolder(), { NODE_ENV: 'production' }),
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(started.status).toBe(1);
    expect(started.stderr).toMatch(/SESSION_SECRET: needed in production/);
  });

  test('offers no demo people unless the database was made as a demo, whatever the settings say', async () => {
    const site = await openSite({ DATA_DIR: emptyFolder() });
    expect(await (await fetch(`${site.url}/sign-in`)).text()).not.toContain('persona');
    const forged = await fetch(`${site.url}/sign-in/demo`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: site.url },
      body: new URLSearchParams({ person: 'x' }),
    });
    expect(forged.status).toBe(404);
    await site.stop();
  });

  test('signs somebody in with a code from a mail, once, in the browser that asked for it', async () => {
    const site = await openSite();
    const send = (to: string, form: Record<string, string>, cookie = '') =>
      fetch(site.url + to, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.url, cookie },
        body: new URLSearchParams(form),
      });
    run(site.dataDir, [
      'people',
      'add',
      '--name',
      'Anna Eksempel',
      '--email',
      'anna@bibliotek.example',
      '--role',
      'administrator',
    ]);
    const asked = await send('/sign-in', { email: 'Anna@bibliotek.example', next: '/holds' });
    const unknown = await send('/sign-in', { email: 'ingen@bibliotek.example', next: '/holds' });
    expect([asked.status, unknown.status]).toEqual([302, 302]);
    const challenge = asked.headers.getSetCookie()[0]!.split(';')[0]!;
    const outbox = path.join(site.dataDir, 'outbox');
    let mails: string[] = [];
    for (let tries = 0; tries < 50 && mails.length === 0; tries++) {
      await new Promise((wait) => setTimeout(wait, 100));
      try {
        mails = readdirSync(outbox)
          .map((name) => readFileSync(path.join(outbox, name), 'utf8'))
          .filter((mail) => mail.includes('anna@bibliotek.example'));
      } catch {}
    }
    expect(
      readdirSync(outbox)
        .map((name) => readFileSync(path.join(outbox, name), 'utf8'))
        .filter((mail) => mail.includes('ingen@')),
    ).toEqual([]);
    const code = /Din kode til Vejlederbevis er (\d{6})/.exec(mails[0]!)![1]!;
    const wrong = code === '000000' ? '111111' : '000000';
    expect((await send('/sign-in/code', { code: wrong, next: '/holds' }, challenge)).status).toBe(400);
    expect((await send('/sign-in/code', { code, next: '/holds' })).status).toBe(400);
    const inside = await send('/sign-in/code', { code, next: '/holds' }, challenge);
    expect([inside.status, inside.headers.get('location')]).toEqual([302, '/holds']);
    const session = inside.headers.getSetCookie().find((each) => each.startsWith('session='))!;
    expect(session).toMatch(/HttpOnly; SameSite=Lax/);
    expect(
      (await fetch(`${site.url}/holds`, { headers: { cookie: session.split(';')[0]! }, redirect: 'manual' })).status,
    ).toBe(200);
    expect((await send('/sign-in/code', { code, next: '/holds' }, challenge)).status).toBe(400);
    for (let tries = 0; tries < 6; tries++) await send('/sign-in', { email: 'anna@bibliotek.example' });
    const sixth = await send('/sign-in', { email: 'anna@bibliotek.example' });
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(3_000);
    await site.stop();
  });

  test('tells a client that asks too often when to try again', async () => {
    const site = await openSite();
    const asked = async (end: string) => {
      const answer = await fetch(`${site.url}/v/0123-4567-89AB-CDEF-GHJK${end}`);
      await answer.arrayBuffer();
      return answer;
    };
    for (let round = 0; round < 30; round++) await Promise.all(Array.from({ length: 10 }, () => asked('')));
    const page = await fetch(`${site.url}/v/0123-4567-89AB-CDEF-GHJK`);
    expect([page.status, await page.text()]).toEqual([429, expect.stringContaining('Der er prøvet for mange gange')]);
    for (const answer of [page, await asked('.data')]) {
      const seconds = Number(answer.headers.get('retry-after'));
      expect(seconds).toBeGreaterThan(3_000);
      expect(seconds).toBeLessThanOrEqual(3_600);
    }
    const named = await fetch(`${site.url}/v/0123-4567-89AB-CDEF-GHJK`, {
      method: 'POST',
      headers: { origin: site.url },
      body: new URLSearchParams({ name: 'Vera Eksempel' }),
    });
    expect([named.status, Number(named.headers.get('retry-after')) > 3_000]).toEqual([429, true]);
    const guess = () =>
      fetch(`${site.url}/sign-in/code`, {
        method: 'POST',
        headers: { origin: site.url },
        body: new URLSearchParams({ code: '000000' }),
      });
    for (let tries = 0; tries < 400; tries++) expect((await guess()).headers.get('retry-after')).toBeNull();
    const last = await guess();
    expect([last.status, Number(last.headers.get('retry-after')) > 3_000]).toEqual([429, true]);
    await site.stop();
  });

  test('is not ready while the disk is full, tells whoever sends something, and goes on showing pages', async () => {
    const site = await openSite({}, { fileKilobytes: 600 });
    const person = /name="person" value="([^"]+)"/.exec(await (await fetch(`${site.url}/sign-in`)).text())![1]!;
    const signIn = () =>
      fetch(`${site.url}/sign-in/demo`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.url },
        body: new URLSearchParams({ person }),
      });
    let answer = await signIn();
    expect(answer.status).toBe(302);
    const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
    for (let tries = 0; tries < 400 && answer.status === 302; tries++) answer = await signIn();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).toContain('Har du sendt noget, er det ikke gemt');
    expect((await fetch(`${site.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${site.url}/profile`, { headers: { cookie } })).status).toBe(200);
    await site.stop();
  });

  test('accepts no form while its database file is moved away, and says so', async () => {
    const site = await openSite();
    const ask = () =>
      fetch(`${site.url}/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.url },
        body: new URLSearchParams({ email: 'anna@bibliotek.example' }),
      });
    expect((await ask()).status).toBe(302);
    const file = databaseFile(site.dataDir);
    renameSync(file, `${file}.away`);
    const gone = await ask();
    expect([gone.status, (await fetch(`${site.url}/readyz`)).status]).toEqual([503, 503]);
    expect(await gone.text()).toContain('Har du sendt noget, er det ikke gemt');
    renameSync(`${file}.away`, file);
    expect([(await ask()).status, (await fetch(`${site.url}/readyz`)).status]).toEqual([302, 200]);
    await site.stop();
  });

  test('gives back what was written if the session has ended, and saves nothing', async () => {
    const site = await openSite();
    const send = (to: string, form: Record<string, string>, language: string) =>
      fetch(site.url + to, {
        method: 'POST',
        headers: { origin: site.url, cookie: `session=${'x'.repeat(43)}; language=${language}` },
        body: new URLSearchParams(form),
      });
    const words = 'Tre sider om <b>moms</b> & mødet';
    const ended = await send(
      '/enrolments/1/steps/oplaeg?x=1',
      { intent: 'hand-in', prose: 'text', text: words, step: 'oplaeg' },
      'da',
    );
    const page = await ended.text();
    expect(ended.status).toBe(401);
    for (const said of [
      'Du er blevet logget ud',
      'Det, du skrev, står her.',
      'Tre sider om &lt;b&gt;moms&lt;/b&gt; &amp; mødet</textarea>',
      'href="/sign-in?next=%2Fenrolments%2F1%2Fsteps%2Foplaeg"',
    ])
      expect(page).toContain(said);
    expect(page).not.toContain('hand-in</textarea>');
    const english = await (await send('/my-certificate', { intent: 'start' }, 'en')).text();
    expect(english).toContain('<html lang="en">');
    expect(english).not.toContain('<textarea');
    await site.stop();
  });

  test('logs each request with its id, but no personal data and no text that people wrote', async () => {
    const site = await openSite({ LOG_LEVEL: 'info' });
    const forms = { origin: site.url, cookie: 'session=hemmelig-session', 'user-agent': 'Netscape-9' };
    const asked = await fetch(`${site.url}/v/0123-4567-89AB-CDEF-GHJK?name=Vera`, { headers: forms });
    const requestId = asked.headers.get('x-request-id')!;
    await fetch(`${site.url}/sign-in?next=/people/vera%40bibliotek.example`, { headers: forms });
    await fetch(`${site.url}/people/vera@bibliotek.example`, { headers: forms });
    await fetch(`${site.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...forms, 'x-forwarded-for': '203.0.113.9' },
      body: new URLSearchParams({ email: 'vera@bibliotek.example', code: '424242' }),
    });
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const lines = () =>
      site
        .printed()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line));
    for (let tries = 0; tries < 50 && lines().length < 4; tries++) await new Promise((wait) => setTimeout(wait, 100));
    expect(lines().filter((line) => line.requestId === requestId)).toMatchObject([
      { method: 'GET', route: '/v/…', status: 404 },
    ]);
    expect(new Set(lines().map((line) => line.requestId)).size).toBe(4);
    expect(site.printed()).not.toMatch(/vera|bibliotek|0123-4567|hemmelig|203\.0\.113|127\.0\.0\.1"|424242|Netscape/i);
    await site.stop();
  });

  test('answers bad requests with a page and a status of 4xx, and changes nothing', async () => {
    const site = await openSite();
    const post = (to: string, body: BodyInit, headers: Record<string, string> = {}) =>
      fetch(site.url + to, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: site.url, ...headers },
        body,
        duplex: 'half',
      } as RequestInit);
    const large = await post('/sign-in', new URLSearchParams({ note: 'x'.repeat(1_100_000) }));
    expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('Det er for meget på én gang')]);
    const chunks = new Blob(['reason=', 'x'.repeat(2_000_000)]).stream();
    const unmeasured = await post('/sign-in', chunks as unknown as BodyInit, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([unmeasured.status, await unmeasured.text()]).toEqual([411, expect.stringContaining('Intet er gemt')]);
    expect((await post('/sign-in', 'x'.repeat(2_000_000))).status).toBe(413);
    expect((await post('/sign-in', '{"a":1}', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await post('/sign-in', '--x', { 'content-type': 'multipart/form-data' })).status).toBe(400);

    expect((await post('/sign-in', new URLSearchParams({ email: 'a\0@b' }))).status).toBe(400);
    for (const strange of ['/%5c', '/%E0%A4%A', '/people/%00', '/search?find=%00', '/v/%'])
      expect([strange, (await fetch(site.url + strange)).status]).toEqual([strange, 400]);
    expect((await fetch(`${site.url}/assets/gone-1234.js`)).status).toBe(404);
    expect((await fetch(`${site.url}/sign-in`)).status).toBe(200);
    await site.stop();
  });

  test('finishes its requests and ends when it gets a signal', async () => {
    const site = await openSite();
    const { hostname, port, host, origin } = new URL(site.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (text) => (answer += text));
    const form = 'language=en&next=%2Fhelp';
    socket.write(
      `POST /language HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\nlang`,
    );
    await new Promise((wait) => setTimeout(wait, 300));
    const ended = site.signal('SIGTERM');
    await new Promise((wait) => setTimeout(wait, 300));
    await expect(fetch(`${site.url}/healthz`)).rejects.toThrow();
    socket.write(form.slice(4));
    expect(await ended).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 302[\s\S]*location: \/help/i);
    rmSync(site.dataDir, { recursive: true, force: true });
  });
});

describe('the command line', () => {
  test('exits with 2 for wrong usage and 1 for a refusal, and prints one JSON document', () => {
    const dataDir = emptyFolder();
    expect(run(dataDir, []).status).toBe(2);
    expect(run(dataDir, ['readiness', 'report', '--as-of', '2026-02-30']).status).toBe(2);
    expect(run(dataDir, ['db', 'migrate', '--json']).status).toBe(0);
    const refused = run(dataDir, ['certificates', 'verify', '0123-4567-89AB-CDEF-GHJK', '--json']);
    expect([refused.status, JSON.parse(refused.stdout).verdict]).toEqual([1, 'not-genuine']);
    const checked = run(dataDir, ['curriculum', 'check', '--json']);
    const { courses, problems } = JSON.parse(checked.stdout);
    expect(checked.status).toBe(0);
    for (const [slug, steps] of [
      ['fornyelse', 3],
      ['it-paedagogisk-vejleder', 17],
    ])
      expect(courses).toContainEqual(
        expect.objectContaining({
          slug,
          edition: '2026.1',
          steps,
          proof: expect.objectContaining({ deadEnds: 0, reachable: true }),
        }),
      );
    // There may be advice: about a hand-in that stops everything, about an edition that is not published yet.
    expect(problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect(run(dataDir, ['curriculum', 'graph', 'it-paedagogisk-vejleder']).stdout).toMatch(/^flowchart LR/);
    expect(run(dataDir, ['curriculum', 'graph', 'it-paedagogisk-vejleder', '--svg']).stdout).toMatch(/^<svg/);
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('adds people, grants and revokes roles, and backs up and restores the database', () => {
    const dataDir = emptyFolder();
    const email = 'anna@bibliotek.example';
    expect(
      run(dataDir, ['people', 'add', '--name', 'Anna Eksempel', '--email', email, '--role', 'administrator']).status,
    ).toBe(0);
    expect(run(dataDir, ['people', 'add', '--name', 'Anna Eksempel', '--email', email]).stderr).toContain(
      'there already',
    );
    expect(run(dataDir, ['people', 'grant', email, 'agency']).stdout).toContain('done');
    expect(run(dataDir, ['people', 'grant', email, 'agency']).stdout).toContain('nothing to change');
    const copy = path.join(dataDir, 'copy.sqlite');
    expect(run(dataDir, ['db', 'backup', copy]).status).toBe(0);
    expect(run(dataDir, ['people', 'revoke', email, 'agency']).stdout).toContain('done');
    expect(run(dataDir, ['db', 'restore', copy]).status).toBe(0);
    expect(run(dataDir, ['people', 'grant', email, 'agency']).stdout).toContain('nothing to change');
    expect(run(dataDir, ['db', 'restore', path.resolve('package.json')]).status).toBe(1);
    expect(run(dataDir, ['db', 'check']).stdout).toContain('in order');
    rmSync(dataDir, { recursive: true, force: true });
  });
});
