import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateOf, rootsOf } from '#certificates/signing/signing-key.ts';
import { keyIn, p12Of } from './keys.ts';
import { bytesOf, danish, english } from './sample.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-pdf-'));
const files = { da: path.join(folder, 'da.pdf'), en: path.join(folder, 'en.pdf'), long: path.join(folder, 'long.pdf') };
// 125 letters: what a long domain and a long code come to.
const longAddress = `https://${'a'.repeat(37)}.${'styrelsen'.repeat(4)}.example/v/K7QM-4T9X-2HVD-W8RC-9K2D?lang=en`;
const ask = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
// The test run installs them or counts a failure (scripts/test.mjs); a single file may be run without.
const missing = ['qpdf', 'pdfinfo', 'pdfsig', 'zbarimg', 'openssl'].filter(
  (program) => spawnSync('which', [program]).status !== 0,
);

const signed = (['da', 'en'] as const).flatMap((language) =>
  (['rsa', 'p256'] as const).map((kind) => [path.join(folder, `${kind}-${language}.pdf`), kind, language] as const),
);

beforeAll(async () => {
  const keys = missing.length === 0 && { rsa: await keyIn(p12Of('rsa')), p256: await keyIn(p12Of('p256')) };
  if (!keys) return;
  for (const [file, kind, language] of signed) {
    writeFileSync(file, await bytesOf({ da: danish, en: english }[language], keys[kind]));
    const [root] = rootsOf(keys[kind]);
    writeFileSync(path.join(folder, `${kind}.pem`), certificateOf(root!).toString());
  }
  writeFileSync(files.da, await bytesOf({ ...danish, demo: true }));
  writeFileSync(files.en, await bytesOf(english));
  writeFileSync(files.long, await bytesOf({ ...english, verifyUrl: longAddress }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(missing.length > 0)('programs of others can check the files:', () => {
  test.each([...Object.values(files), ...signed.map(([file]) => file)])('qpdf finds no fault in %s', (file) => {
    expect(ask('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
  });

  test.each([...Object.values(files), ...signed.map(([file]) => file)])(
    'Poppler finds the four fonts embedded, with their letters, in %s',
    (file) => {
      const [, , ...fonts] = ask('pdffonts', file).trim().split('\n');
      expect(fonts).toHaveLength(4);
      for (const font of fonts) expect(font).toMatch(/IBMPlex\S+ +CID TrueType +Identity-H +yes yes yes /);
    },
  );

  test.each([
    [files.da, 'Bevis 2026-00417: Åse Bjørk Eksempel (Eksempeldata – ikke et gyldigt bevis)'],
    [files.en, 'Certificate 2026-00417: Åse Bjørk Eksempel'],
  ])('Poppler finds %s tagged, with its title and without scripts or forms', (file, title) => {
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
      `P «Det bekræftes, at Åse Bjørk Eksempel har bestået kurset Vejleder i digital selvbetjening for borgere og virksomheder version 2026.1 og er certificeret vejleder.»`,
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
      'H1 «Certificate» P «This is to certify that Åse Bjørk Eksempel has passed the course Adviser in digital ' +
        'self-service for citizens and businesses version 2026.1 and is a certified adviser.» H2 «Assessed through»',
    );
  });

  test.each([
    [files.da, danish.verifyUrl],
    [files.en, english.verifyUrl],
    [files.long, longAddress],
    ...signed.map(([file, , language]) => [file, { da: danish, en: english }[language].verifyUrl]),
  ])('ZBar reads the QR code of %s, even at 72 dots per inch', (file, address) => {
    const picture = file.replace('.pdf', '');
    ask('pdftoppm', '-r', '72', '-png', '-singlefile', file, picture);
    expect(ask('zbarimg', '-q', `${picture}.png`).trim()).toBe(`QR-Code:${address}`);
  });

  test.each(signed)("Poppler finds all of %s signed, with every letter of the signer's name", (file) => {
    const said = ask('pdfsig', '-nocert', file);
    expect(said).toContain('Total document signed');
    expect(said).toContain('Signature is Valid');
    expect(said).toContain('Åse Bjørk Æblegård');
    expect(said.match(/Signature #/g)).toHaveLength(1);
  });

  test.each(signed)('OpenSSL accepts the signature of %s as CAdES under its root', (file, kind) => {
    const bytes = readFileSync(file);
    const [before, after] = bytes
      .toString('latin1')
      .match(/\/ByteRange \[0 (\d+) (\d+) /)!
      .slice(1)
      .map(Number) as [number, number];
    const [cms, content] = [`${file}.cms`, `${file}.bin`];
    writeFileSync(cms, Buffer.from(bytes.subarray(before + 1, after - 1).toString(), 'hex'));
    writeFileSync(content, Buffer.concat([bytes.subarray(0, before), bytes.subarray(after)]));
    const verify = ['cms', '-verify', '-cades', '-inform', 'DER', '-binary', '-purpose', 'any', '-out', '/dev/null'];
    const args = [...verify, '-in', cms, '-content', content, '-CAfile', path.join(folder, `${kind}.pem`)];
    expect(spawnSync('openssl', args, { encoding: 'utf8' }).stderr).toMatch(/CAdES Verification successful/i);
  });

  test.each(signed)(
    'Poppler reads the structure of %s in the same order as without a signature, then the signature field',
    (file, _, language) => {
      const plain = outlineOf(files[language]).filter((line) => !line.includes('Eksempeldata'));
      const aloud = outlineOf(file).map((line) =>
        line.replace(/ (Filen er digitalt underskrevet|The file is digitally signed)\./, ''),
      );
      expect(aloud.slice(0, plain.length)).toEqual(plain);
      expect(aloud.slice(plain.length)).toEqual(['Form']);
    },
  );
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
    .split(/ (?=(?:P|H\d|L|Figure|Form)(?: |$))|(?<=») (?=LI )/);
}
