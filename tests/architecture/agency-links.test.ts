import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Ways to write the day or a filter into an address by hand, or to link to a page of a day without one. Outlines have no day. */
const handMade = [
  /[?&](asOf|knownOn|since)=/,
  /URLSearchParams\([^)]*\b(asOf|knownOn|since)\b/,
  /\.(set|append)\(\s*['"](asOf|knownOn|since)['"]/,
  /name="(asOf|knownOn|since)"/,
  /\b(to|href|src)=(\{?["'`])\/(municipalities|readiness)\b(?!\/outlines\.svg)/,
  /\b(to|href|src): ?["'`]\/(municipalities\/|readiness\?)/,
];
/** A link that takes one of the two days along and leaves the other behind. */
const halfCarried = /agencyLink\((?:[^()]|\([^()]*\))*\{(?![^}]*(knownOn|\.\.\.))[^}]*\basOf\b/;
const builder = 'app/platform/agency-link.ts';
/** The comments of a file say what an address looks like. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
const isHandMade = (text: string) => [...handMade, halfCarried].some((pattern) => pattern.test(withoutComments(text)));

test.each([
  'const to = `/municipalities/0657?asOf=2027-03-01`;',
  'const to = `?sort=name&asOf=2027-03-01`;',
  'const to = String(new URLSearchParams({ asOf }));',
  "const to = new URLSearchParams([...kept, ['since', day]]);",
  "search.set('asOf', day);",
  '<input type="hidden" name="asOf" value={asOf} />',
  '<Link to={`/municipalities/0657`}>{name}</Link>',
  '<a href="/readiness/table.csv">CSV</a>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text that the rule reads.
  '<Link to={agencyLink(`/municipalities/${code}`, { asOf })}>{name}</Link>',
  "agencyLink('/forecast', { by, asOf: day.asOf })",
  "search.set('knownOn', day);",
])('a link that is built by hand is found: %s', (text) => expect(isHandMade(text)).toBe(true));

test('only the link builder writes the day and the filters of agency pages into an address', () => {
  const files = readdirSync('app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(files).toContain(builder);
  expect(files.filter((file) => file !== builder && isHandMade(readFileSync(file, 'utf8')))).toEqual([]);
});

test.each([
  "agencyLink('/readiness', { asOf: day.asOf, knownOn: day.knownOn })",
  "agencyLink('', { ...kept, asOf })",
  "agencyLink('/obligations/table.csv', days)",
])('a link that carries both days is fine: %s', (text) => expect(isHandMade(text)).toBe(false));
