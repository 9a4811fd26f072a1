import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesOf, danish, english } from './sample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-pdf-'));
const files = { da: path.join(folder, 'da.pdf'), en: path.join(folder, 'en.pdf') };
const ask = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
// The test run installs them or counts a failure (scripts/test.mjs); a single file may be run without.
const missing = ['qpdf', 'pdfinfo', 'zbarimg'].filter((program) => spawnSync('which', [program]).status !== 0);

beforeAll(async () => {
  writeFileSync(files.da, await bytesOf({ ...danish, demo: true }));
  writeFileSync(files.en, await bytesOf(english));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(missing.length > 0)('programs of others', () => {
  test.each(Object.values(files))('qpdf finds no fault in %s', (file) => {
    expect(ask('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  test.each(Object.values(files))('Poppler finds the four fonts embedded, with their letters, in %s', (file) => {
    const [, , ...fonts] = ask('pdffonts', file).trim().split('\n');
    expect(fonts).toHaveLength(4);
    for (const font of fonts) expect(font).toMatch(/IBMPlex\S+ +CID TrueType +Identity-H +yes yes yes /);
  });

  test.each([
    [files.da, 'Bevis 2026-00417: Åse Bjørk Eksempel (Eksempeldata – ikke et gyldigt bevis)'],
    [files.en, 'Certificate 2026-00417: Åse Bjørk Eksempel'],
  ])('Poppler finds %s tagged, with its title and no surprises', (file, title) => {
    const facts = Object.fromEntries(
      ask('pdfinfo', file)
        .split('\n')
        .map((line) => line.split(/: +(.*)/, 2)),
    );
    expect(facts).toMatchObject({
      Title: title,
      Tagged: 'yes',
      Suspects: 'no',
      JavaScript: 'no',
      Form: 'none',
      Encrypted: 'no',
      Pages: '1',
      'PDF version': '1.7',
    });
  });

  test('Poppler reads the structure aloud in Danish', () => {
    expect(outlineOf(files.da)).toEqual([
      'P «Styrelsen for Eksempler»',
      'P «Bevisnummer 2026-00417»',
      'H1 «Bevis»',
      'P «Eksempeldata – ikke et gyldigt bevis»',
      `P «Det bekræftes, at Åse Bjørk Eksempel har gennemført og bestået Vejleder i digital selvbetjening for borgere og virksomheder version 2026.1 og er certificeret vejleder.»`,
      'H2 «Forløbet er prøvet med»',
      'L LI Lbl «–» LBody «en afsluttende prøve»',
      'LI Lbl «–» LBody «to bedømte opgaver»',
      'LI Lbl «–» LBody «en kursusdag»',
      'L LI Lbl «Gælder fra» LBody «17. november 2026»',
      'LI Lbl «Gælder til og med» LBody «16. november 2028»',
      'LI Lbl «Bibliotek ved udstedelsen» LBody «Herning Bibliotekerne, 765700»',
      'LI Lbl «Udstedt» LBody «18. november 2026»',
      'H2 «Kontrollér beviset»',
      'P Link «vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC»',
      'P «Siden viser, om beviset gælder i dag.»',
      'Figure',
    ]);
  });

  test('Poppler reads the structure aloud in English', () => {
    expect(outlineOf(files.en).join(' ')).toContain(
      'H1 «Certificate» P «This is to certify that Åse Bjørk Eksempel has completed and passed Adviser in digital ' +
        'self-service for citizens and businesses version 2026.1 and is a certified adviser.» H2 «Assessed through»',
    );
  });

  test.each([
    [files.da, danish.verifyUrl],
    [files.en, english.verifyUrl],
  ])('a camera reads the code of %s, even at 72 dots to the inch', (file, address) => {
    const picture = file.replace('.pdf', '');
    ask('pdftoppm', '-r', '72', '-png', '-singlefile', file, picture);
    expect(ask('zbarimg', '-q', `${picture}.png`).trim()).toBe(`QR-Code:${address}`);
  });
});

/** Roles and words as `pdfinfo` gives them, one line for each that stands by itself. */
function outlineOf(file: string): string[] {
  const said = ask('pdfinfo', '-struct-text', file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(Document|\/|Object|"")/.test(line))
    .map((line) => (line.startsWith('"') ? line : line.replace(/( \(.*|:)+$/, '')))
    .join(' ');
  return said
    .replaceAll(/" "/g, ' ')
    .replaceAll(/"([^"]*)"/g, (_, words: string) => `«${words.replaceAll(/\s+/g, ' ').trim()}»`)
    .split(/ (?=(?:P|H\d|L|Figure)(?: |$))|(?<=») (?=LI )/);
}
