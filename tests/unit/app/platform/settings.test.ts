import { describe, expect, test } from 'vitest';
import { csvOf } from '#app/platform/csv.server.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { textOfBytes } from '#app/platform/text-of-bytes.server.ts';
import { clientAddress, networkOf, safeNext } from '#app/server/client-address.server.ts';
import { newVerifyCode } from '#app/use-cases/certificates/checking/new-verify-code.ts';
import { parseVerifyCode } from '#app/use-cases/certificates/checking/parse-verify-code.ts';

const secret = 's'.repeat(32);
const real = {
  APP_URL: 'https://vejlederbevis.example',
  SESSION_SECRET: secret,
  ISSUER_NAME: 'Styrelsen',
  SUPPORT_EMAIL: 'hjaelp@vejlederbevis.example',
};
const problemsOf = (source: Record<string, string>) => {
  const settings = readSettings(source);
  return settings.ok ? [] : settings.problems.map(({ name }) => name);
};

describe('the settings', () => {
  test('may all be missing in a fresh clone, which may offer demo people', () =>
    expect(readSettings({})).toMatchObject({ ok: true, env: { port: 3000, host: '127.0.0.1', demoAllowed: true } }));
  test.each([
    [
      'production without secrets',
      { NODE_ENV: 'production' },
      ['SESSION_SECRET', 'APP_URL', 'ISSUER_NAME', 'SUPPORT_EMAIL'],
    ],
    ['a public address without secrets', { APP_URL: real.APP_URL }, ['SESSION_SECRET', 'ISSUER_NAME', 'SUPPORT_EMAIL']],
    ['a demo in production without a secret', { NODE_ENV: 'production', DEMO: '1' }, ['SESSION_SECRET']],
    [
      'production with the secret that everybody can read in the code',
      { ...real, SESSION_SECRET: 'development-only-secret-never-for-real-people' },
      ['SESSION_SECRET'],
    ],
    ['a short secret', { SESSION_SECRET: 'kort' }, ['SESSION_SECRET']],
    ['a demo beside real issuers', { DEMO: '1', SIGN_IN_ISSUERS: 'mitid' }, ['DEMO']],
    ['a port that is none', { PORT: 'tre' }, ['PORT']],
    ['a database that is no PostgreSQL', { DATABASE_URL: 'mysql://x/y' }, ['DATABASE_URL']],
  ])('are refused with the name of the setting: %s', (_, source, names) => expect(problemsOf(source)).toEqual(names));
  test.each([
    [{ PORT: 'abc' }, 'Write a number.'],
    [{ PORT: '1.5' }, 'Write a whole number.'],
    [{ PORT: '99999' }, 'Write a number of at most 65535.'],
    [{ DEMO: 'ja' }, 'Write one of these: 0, 1.'],
    [{ SUPPORT_EMAIL: 'anna' }, 'Write an e-mail address, such as anna@bibliotek.example.'],
    [{ ISSUER_NAME: 'S' }, 'Write at least 2 letters.'],
    [{ APP_URL: 'vejlederbevis' }, 'Write a whole address, such as https://vejlederbevis.example.'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'Write a PostgreSQL address, such as postgres://user:password@host/name.'],
  ])('are refused with advice on what to write: %j', (source, message) =>
    expect(readSettings(source as Record<string, string>)).toMatchObject({ problems: [{ message }] }),
  );
  test.each([
    ['in production', { ...real, NODE_ENV: 'production' }, false],
    ['at a public address', real, false],
    ['in production with DEMO=1', { ...real, NODE_ENV: 'production', DEMO: '1' }, true],
    ['beside issuers', { SIGN_IN_ISSUERS: 'mitid' }, false],
    ['with DEMO=0', { DEMO: '0' }, false],
    ['on a machine of one’s own', { APP_URL: 'http://localhost:3000' }, true],
  ])('decide whether demo people %s: %s', (_, source, allowed) => {
    const settings = readSettings(source as Record<string, string>);
    expect(settings.ok && settings.env.demoAllowed).toBe(allowed);
  });
});

test('the address to return to is always a path on our own site', () => {
  expect(
    ['/holds?x=1', '//evil.example', '/\\evil', 'https://evil.example', '', null, '/a\nb'].map((path) =>
      safeNext(path),
    ),
  ).toEqual(['/holds?x=1', '/', '/', '/', '/', '/', '/']);
});

test('the address of a client is counted from the right', () => {
  expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 0)).toBe('10.0.0.1');
  expect(clientAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 1)).toBe('1.2.3.4');
  expect(clientAddress('10.0.0.1', undefined, 1)).toBe('10.0.0.1');
});

test('the limits count an IPv4 address, or the /64 of an IPv6 one', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:DB8:1:2::ffff')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'));
  expect(networkOf('fe80::1%eth0')).toBe(networkOf('fe80::2'));
  expect(networkOf('unknown')).toBe('unknown');
});

test('a CSV quotes what it must and contains no formula', () => {
  expect(csvOf([['a;b', 'c"d', '=1+1', '-3', '@x']])).toBe('\uFEFF"a;b";"c""d";\'=1+1;-3;\'@x\r\n');
  for (const name of ['=A1', '+45', '-Ærø', '@SUM', ' =1', '＝1', '＋1', '－1', '＠SUM', '\t=1'])
    expect(csvOf([[name]]), name).toBe(`\uFEFF'${name}\r\n`);
  // A code keeps its leading zero, and a negative number is no formula.
  expect(csvOf([['0101', 'Ærø-Vest', '-3,5']])).toBe('\uFEFF0101;Ærø-Vest;-3,5\r\n');
});

test('a file is read alike in Windows-1252 and in UTF-8', () => {
  expect(textOfBytes(Buffer.from('Søren Ærø Åse', 'latin1'))?.text).toBe('Søren Ærø Åse');
  expect(textOfBytes(Buffer.from('\uFEFFSøren Ærø Åse', 'utf8'))?.text).toBe('Søren Ærø Åse');
});

test('a verification code has a hundred bits and is recognized however it is typed', () => {
  let at = 0;
  const code = newVerifyCode({ pick: (below) => at++ % below });
  expect(code).toBe('0123-4567-89AB-CDEF-GHJK');
  expect(parseVerifyCode(' o123 4567-89ab-cdef-ghjk ')).toBe(code);
  expect([parseVerifyCode('0123'), parseVerifyCode(`${code}U`), parseVerifyCode('UUUU-UUUU-UUUU-UUUU-UUUU')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
