import { expect, test } from 'vitest';
import { faultOf, pathForLog } from '#app/platform/log.server.ts';

test('the log contains no certificate code and no mail address from a path', () => {
  expect(
    [
      '/v/0123-4567',
      '/V/0123-4567.data',
      '//v/0123-4567',
      '/people/anna@bibliotek.dk',
      '/people/anna%40x.dk',
      '/holds/1',
    ].map(pathForLog),
  ).toEqual(['/v/…', '/v/…', '/v/…', '/people/…', '/people/…', '/holds/1']);
});

test('the log contains no text that a database or a parser quotes in its message', () => {
  const error = Object.assign(new Error('duplicate key value "x" of anna@bibliotek.dk in \'Vera\nEksempel\''), {
    code: '23505',
    constraint: 'person_email_key',
    detail: 'Key (email)=(anna@bibliotek.dk) already exists.',
  });
  const said = JSON.stringify(faultOf(error));
  expect(said).not.toMatch(/anna|Vera|Eksempel/);
  expect(faultOf(error)).toMatchObject({ fault: 'Error', code: '23505', constraint: 'person_email_key' });
});
