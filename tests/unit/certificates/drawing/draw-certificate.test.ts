import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { StepMark } from '#certificates/certificate-data.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { readPdf, textOf } from '../read-pdf.ts';
import { attendance, bytesOf, danish, english } from '../sample.ts';

const anna = { ...danish, name: 'Anna Eksempel' };
const printsAnna = `
  import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
  process.stdout.write((await drawCertificate(${JSON.stringify(anna)})).bytes);`;

describe('a certificate', () => {
  test('shows every fact in Danish, in reading order', async () => {
    expect(wordsOf(await textOf(await bytesOf(danish)))).toBe(
      wordsOf(`Styrelsen for Eksempler Bevisnummer 2026-00417
        Bevis
        Det bekræftes, at Åse Bjørk Eksempel har bestået kurset
        Vejleder i digital selvbetjening for borgere og virksomheder
        version 2026.1 og er certificeret vejleder.
        Forløbet er prøvet med – en afsluttende prøve – to bedømte opgaver – en kursusdag
        Gælder fra 17. november 2026
        Gælder til og med 16. november 2028
        Bibliotek ved udstedelsen Herning Bibliotekerne, 765700
        Udstedt 18. november 2026
        Kontrollér beviset vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC
        Siden viser, om beviset gælder i dag.`),
    );
  });

  test('shows every fact in English, in reading order', async () => {
    expect(wordsOf(await textOf(await bytesOf(english)))).toBe(
      wordsOf(`Agency for Examples Certificate number 2026-00417
        Certificate
        This is to certify that Åse Bjørk Eksempel has passed the course
        Adviser in digital self-service for citizens and businesses
        version 2026.1 and is a certified adviser.
        Assessed through – a final quiz – two graded practicals – one course day
        Valid from 17 November 2026
        Valid through 16 November 2028
        Library at issue Herning Public Library, 765700
        Issued 18 November 2026
        Check this certificate vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC?lang=en
        The page shows whether it is valid today.`),
    );
  });

  test.each([
    [
      danish,
      'Det bekræftes, at Åse Bjørk Eksempel har fornyet sit bevis som Vejleder i digital selvbetjening for borgere og virksomheder med fornyelseskurset, version 2026.1, og er fortsat certificeret vejleder. Fornyelsen er prøvet med',
    ],
    [
      english,
      'Åse Bjørk Eksempel has renewed the certificate as Adviser in digital self-service for citizens and businesses by the renewal course, version 2026.1, and remains a certified adviser. Renewal assessed through',
    ],
  ])('says that it was renewed if it is a renewal', async (data, words) => {
    const bytes = await bytesOf({ ...data, variant: 'renewal', steps: ['lesson', 'lesson', 'quiz'] });
    expect(wordsOf(await textOf(bytes))).toContain(words);
    expect(bytes.length).toBeLessThan(60_000);
  });

  test('for attendance says that somebody attended and that it certifies nothing, and never that it is valid', async () => {
    const [da, en] = [await bytesOf(attendance.da), await bytesOf(attendance.en)];
    expect(wordsOf(await textOf(da))).toBe(
      wordsOf(`Styrelsen for Eksempler Nummer D2026-00093
        Deltagerbevis
        Det bekræftes, at Åse Bjørk Eksempel har deltaget i kurset
        Vejleder i digital selvbetjening for borgere og virksomheder version 2026.1
        Deltagelsen omfatter – 6 lektioner – en kursusdag
        Det er ikke en certificering og giver ikke ret til at kalde sig certificeret vejleder.
        Kursusdag 3. december 2026
        Bibliotek ved udstedelsen Herning Bibliotekerne, 765700
        Udstedt 18. november 2026
        Kontrollér deltagerbeviset vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC
        Siden viser, om nummeret er ægte.`),
    );
    expect(wordsOf(await textOf(en))).toBe(
      wordsOf(`Agency for Examples Number D2026-00093
        Certificate of attendance
        This is to confirm that Åse Bjørk Eksempel has attended the course
        Adviser in digital self-service for citizens and businesses version 2026.1
        Attendance covered – 6 lessons – 2 course days
        It is no certification and does not confer the title of certified adviser.
        Course days 3 December 2026 and 10 December 2026
        Library at issue Herning Public Library, 765700
        Issued 18 November 2026
        Check this document vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC?lang=en
        The page shows whether the number is genuine.`),
    );
    for (const bytes of [da, en]) expect(bytes.length).toBeLessThan(60_000);
  });

  test.each([
    [danish, 'Eksempeldata – ikke et gyldigt bevis'],
    [english, 'Sample data – not a valid certificate'],
  ])('is marked as sample data in words, unless it is real', async (data, words) => {
    expect(await textOf(await bytesOf({ ...data, demo: true }))).toContain(words);
    expect(await textOf(await bytesOf(data))).not.toContain(words);
  });

  test('promises no digital signature, on the page or in its metadata', async () => {
    for (const data of [danish, english]) {
      const bytes = await bytesOf(data);
      const everything = (await textOf(bytes)) + Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
      expect(everything.match(/signatur|signed|underskr|\/Sig\b/gi)).toBeNull();
    }
  });
});

describe('the same data gives the same bytes', () => {
  test('whatever was drawn before, even in a new process', async () => {
    // Each of these has made fontkit remember a glyph in a way that showed in the next document.
    await bytesOf({ ...danish, name: 'Å Ærø ﬁn µ' });
    const here = Buffer.from(await bytesOf(anna));
    expect(Buffer.from(await bytesOf(anna)).equals(here)).toBe(true);
    const fresh = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', printsAnna]);
    expect(fresh.equals(here)).toBe(true);
    expect(await textOf(new Uint8Array(here))).toContain('Anna Eksempel');
  });
});

describe('a text on a certificate', () => {
  test('stops the printing if the fonts lack a letter, and each missing letter is named once', async () => {
    expect(await drawCertificate({ ...danish, name: 'سارة سارة 👍🏽' })).toEqual({
      ok: false,
      reason: 'letters-missing',
      letters: ['س', 'ا', 'ر', 'ة', '👍🏽'],
    });
  });

  test('stops the printing if an accent would make a letter read as another', async () => {
    const printed = await drawCertificate({ ...danish, name: 'Mari\u0307ja' });
    expect(printed).toEqual({ ok: false, reason: 'letters-missing', letters: ['i\u0307'] });
  });

  test.each(['Łukasiewicz Nguyễn Şahin', 'Παπαδόπουλος Жуков'])('can contain %s', async (name) => {
    expect(await textOf(await bytesOf({ ...danish, name }))).toContain(name);
  });

  test('has Å as one letter however it was typed, and the ligature ﬁ as two', async () => {
    const text = await textOf(await bytesOf({ ...danish, name: 'A\u030Ase So\uFB01e' }));
    expect(text).toContain('Åse Sofie');
  });
});

describe('the layout of a certificate', () => {
  test('never breaks a word of two scripts', async () => {
    for (const first of ['Fr', 'Frede', 'Frederikkel'])
      expect(await textOf(await bytesOf({ ...danish, name: `${first} Jensen ЕксемпелEksempel` }))).toContain(
        'ЕксемпелEksempel',
      );
  });

  test('fits long texts and every step of a long course on one page', async () => {
    const name = 'Frederikke-Ludovica Łukasiewicz Ångström af Eksempelborg-Langenavnsdatter-Petersen';
    const library = 'Bibliotek og Borgerservice for den meget store Eksempelkommune ved Fjorden, 765700';
    const steps = Array.from({ length: 21 }, (_, at): StepMark => (at % 2 === 0 ? 'lesson' : 'quiz'));
    const verifyUrl = 'https://vejlederbevis.styrelsen-for-mange-eksempler.example/v/K7QM-4T9X-2HVD-W8RC?lang=en';
    const bytes = await bytesOf({ ...danish, name, library, steps, verifyUrl, demo: true });
    const { pages, text } = await readPdf(bytes);
    expect(pages).toBe(1);
    for (const whole of [name, library, verifyUrl.replace('https://', '')])
      expect(closed(text)).toContain(closed(whole));
  });

  test('refuses a name without a break that is wider than its column, and prints one that is not', async () => {
    const named = (letters: number) => drawCertificate({ ...danish, name: `Villy ${'N'.repeat(letters)}` });
    expect(await named(60)).toMatchObject({ ok: false, reason: 'no-room' });
    expect(await named(44)).toMatchObject({ ok: true });
  });

  test('refuses a text that fits with no spacing, instead of drawing it over another', async () => {
    const evidence = Array.from({ length: 40 }, (_, at) => `prøve nummer ${at}`);
    expect(await drawCertificate({ ...danish, evidence })).toMatchObject({ ok: false, reason: 'no-room' });
  });
});

const wordsOf = (text: string) => text.split(/\s+/).join(' ');
const closed = (text: string) => text.replace(/\s+/g, '');
