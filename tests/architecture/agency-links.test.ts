import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Ways to write the day or a filter into an address by hand, or to link to a page of a day without one. Outlines have no day. */
const handMade = [
  /[?&](asOf|since)=/,
  /URLSearchParams\([^)]*\b(asOf|since)\b/,
  /\.(set|append)\(\s*['"](asOf|since)['"]/,
  /name="(asOf|since)"/,
  /\b(to|href|src)=(\{?["'`])\/(municipalities|readiness)\b(?!\/outlines\.svg)/,
  /\b(to|href|src): ?["'`]\/(municipalities\/|readiness\?)/,
];
const builder = 'app/platform/agency-link.ts';
/** The comments of a file say what an address looks like. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
const isHandMade = (text: string) => handMade.some((pattern) => pattern.test(withoutComments(text)));

test.each([
  'const to = `/municipalities/0657?asOf=2027-03-01`;',
  'const to = `?sort=name&asOf=2027-03-01`;',
  'const to = String(new URLSearchParams({ asOf }));',
  "const to = new URLSearchParams([...kept, ['since', day]]);",
  "search.set('asOf', day);",
  '<input type="hidden" name="asOf" value={asOf} />',
  '<Link to={`/municipalities/0657`}>{name}</Link>',
  '<a href="/readiness/table.csv">CSV</a>',
])('a link that is built by hand is found: %s', (text) => expect(isHandMade(text)).toBe(true));

test('only the link builder writes the day and the filters of agency pages into an address', () => {
  const files = readdirSync('app', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  expect(files).toContain(builder);
  expect(files.filter((file) => file !== builder && isHandMade(readFileSync(file, 'utf8')))).toEqual([]);
});
