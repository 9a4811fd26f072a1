import { beforeAll, describe, expect, test } from 'vitest';
import { makeCredentialKey } from '#certificates/badge/credential-key.ts';
import type { PrintedData } from '#certificates/certificate-data.ts';
import { accessRules } from '../access-rules.ts';
import { archiveRules } from '../archive-rules.ts';
import { developmentKey } from '../keys.ts';
import { mutants } from '../mutants.ts';
import { type OpenPdf, openPdf } from '../opened-pdf.ts';
import { attendance, badge, bytesOf, danish, english } from '../sample.ts';

const rules = { ...archiveRules, ...accessRules };
const long = {
  ...danish,
  demo: true,
  name: 'Frederikke-Ludovica Łukasiewicz Ångström af Eksempelborg-Langenavnsdatter-Petersen',
  issuer: 'Styrelsen for <Eksempler> & Co.',
  verifyUrl: 'https://vejlederbevis.styrelsen-for-mange-eksempler.example/v/K7QM-4T9X-2HVD-W8RC?lang=en',
};
const demo = { ...english, demo: true };
const attended = { ...attendance.da, name: long.name, issuer: long.issuer, verifyUrl: long.verifyUrl, demo: true };
const key = await developmentKey();
const credentialKey = makeCredentialKey('development');

describe('the form of PDF/A-3 (level A) and PDF/UA-1', () => {
  test.each(Object.entries({ danish, english, demo, long, attended, took: attendance.en }))(
    'is kept by the certificate: %s',
    async (_, data) => {
      const bytes = await bytesOf(data);
      expect(brokenIn(await openPdf(bytes))).toEqual([]);
      expect(bytes.length).toBeLessThanOrEqual(60_000);
    },
  );

  test.each(Object.entries({ danish, english, demo, long, attended, took: attendance.en }))(
    'is kept by the signed certificate with its badge: %s',
    async (_, data) => {
      const bytes = await bytesOf({ ...data, badge } as PrintedData, key, credentialKey);
      expect(brokenIn(await openPdf(bytes))).toEqual([]);
      expect(bytes.length).toBeLessThanOrEqual(60_000);
    },
  );

  test('includes Info and XMP with the day of issue and the same author and program', async () => {
    const { pdf, xmp } = await openPdf(await bytesOf(long));
    for (const date of [pdf.getCreationDate(), pdf.getModificationDate()])
      expect(date?.toISOString()).toBe('2026-11-18T00:00:00.000Z');
    for (const name of ['CreateDate', 'ModifyDate'])
      expect(xmp).toContain(`<xmp:${name}>2026-11-18T00:00:00Z</xmp:${name}>`);
    expect(pdf.getAuthor()).toBe(long.issuer);
    expect(xmp).toContain('<rdf:li>Styrelsen for &lt;Eksempler&gt; &amp; Co.</rdf:li>');
    expect([pdf.getCreator(), pdf.getProducer()]).toEqual(['Vejlederbevis', 'Vejlederbevis']);
  });

  test('includes an identifier that depends on the contents', async () => {
    const idOf = async (data: typeof danish) => String((await openPdf(await bytesOf(data))).pdf.context.trailerInfo.ID);
    expect(await idOf(danish)).toBe(await idOf(danish));
    expect(await idOf({ ...danish, name: 'Åse Eksempel' })).not.toBe(await idOf(danish));
  });
});

describe('a file that breaks a rule of PDF/A-3 or PDF/UA-1', () => {
  let whole: Uint8Array;
  beforeAll(async () => {
    whole = await bytesOf({ ...danish, badge }, key, credentialKey);
  });

  test.each(mutants())('is found: %s (%s)', async (clause, _, mutate) => {
    const file = await openPdf(whole);
    mutate(file);
    const saved = await file.pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
    expect(brokenIn(await openPdf(saved))).toEqual([expect.stringMatching(`^${clause.replaceAll('.', '\\.')}`)]);
  });

  test('is found: PDF/A-3 6.1.2 (another version)', async () => {
    const bytes = whole.slice();
    bytes[7] = '3'.charCodeAt(0);
    expect(brokenIn(await openPdf(bytes))).toEqual([expect.stringMatching('^PDF/A-3 6.1.2')]);
  });

  test('exists for every rule', () => {
    const broken = [...mutants().map(([clause]) => clause), 'PDF/A-3 6.1.2:'];
    expect(Object.keys(rules).filter((rule) => !broken.some((clause) => rule.startsWith(clause)))).toEqual([]);
  });
});

function brokenIn(file: OpenPdf): string[] {
  return Object.entries(rules).flatMap(([rule, holds]) => (holds(file) ? [] : [rule]));
}
