import { expect, test } from 'vitest';
import { findUnknownOption, parseArguments } from '#app/toolkit/arguments.ts';

const strange = (line: string) => findUnknownOption(parseArguments(line.split(' ')));

test('an option that the verb does not have is refused with its name', () => {
  expect(strange('readiness report --asof 2027-03-01 --json')).toBe('asof');
  expect(strange('db check --small')).toBe('small');
});

test.each([
  'readiness report --as-of 2027-03-01 --json',
  'readiness report --as-of=2027-03-01',
  'curriculum graph a --edition 2026.1 --step life --svg --json',
  'curriculum measure a/2026.1 --language en --json',
  'people add --name Anna --email a@b.example --library 1 --role adviser',
  'people move a@b.example --library 1 --from 2026-01-01',
  'people rename a@b.example --name Anna',
  'people correct a@b.example --began 2026-01-01 --library 1 --from 2026-01-02 --last-day none',
  'people drop a@b.example --began 2026-01-01',
  'db seed --small',
  'certificates export --all --out a --json',
  'certificates export --hold a --out b',
  'certificates verify a.pdf --root b.pem --offline --json',
])('the options of %s are all known to the parser', (line) => expect(strange(line)).toBeUndefined());
