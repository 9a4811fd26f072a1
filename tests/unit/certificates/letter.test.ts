import { expect, test } from 'vitest';
import { drawLetters } from '#certificates/letter/draw-letters.ts';
import type { InvitationLetter, LettersData } from '#certificates/letter/letters-data.ts';
import { accessRules } from './access-rules.ts';
import { archiveRules } from './archive-rules.ts';
import { openPdf } from './opened-pdf.ts';
import { readPdf } from './read-pdf.ts';

/** These rules are about the signature and the one picture, link or heading of a certificate's only page. */
const ofASignedPage = /7\.3: a figure|7\.18\.1 and 7\.18\.5|7\.4\.2|6\.7\.3|7\.18\.1 and 7\.18\.4/;
const rules = Object.entries({ ...archiveRules, ...accessRules });

const answerUrl = (at: number) => `https://vejlederbevis.example/answer/K7QM4T9X2HVDW8RC9K2DPQ${at}`;
const letters = (message: string, many = 2): LettersData => ({
  ...{ variant: 'letters', language: 'da', issuer: 'Eksempelstyrelsen', demo: true },
  ...{ issuedAt: '2026-11-30T06:12:00.000Z', writtenOn: '2026-11-30', writeTo: 'styrelsen@eksempel.example' },
  letters: Array.from({ length: many }, (_, at) => ({
    ...{ service: `Bibliotekerne i Ærø ${at}`, wave: 'Bølge 2', opensOn: '2027-06-01', answerBy: '2026-12-28' },
    ...{ message, answerUrl: answerUrl(at) },
  })),
});

test('letters are a page each, with the wave, the agency’s own words, the day and the link that answers', async () => {
  const drawn = await drawLetters(letters('Ring gerne.\nVi kommer også forbi.'));
  if (!drawn.ok) throw new Error(JSON.stringify(drawn));
  const { pages, text } = await readPdf(drawn.bytes);
  expect(pages).toBe(2);
  for (let at = 0; at < pages; at++) {
    const file = await openPdf(drawn.bytes, at);
    const broken = rules.filter(([name, isKept]) => !ofASignedPage.test(name) && !isKept(file));
    expect(broken.map(([name]) => name)).toEqual([]);
  }
  for (const said of ['Invitation til Bibliotekerne i Ærø 1', 'Svar senest den 28. december 2026', 'Ring gerne.'])
    expect(text).toContain(said);
  expect(text.replace(/\s/g, '')).toContain(answerUrl(1).replace(/^https:\/\//, ''));
});

test('letters that have no room or cannot be written are named, and nothing is drawn', async () => {
  const given = letters('Ring gerne.', 4);
  const [first, second, third, fourth] = given.letters as [InvitationLetter, ...InvitationLetter[]];
  const long = { ...second!, message: 'Meget lang tekst. '.repeat(400) };
  const strange = { ...fourth!, message: 'Velkommen 汉' };
  const notDrawn = (...at: number[]) => ({ ok: false, reason: 'no-room', flaw: expect.any(String), at });
  expect(await drawLetters({ ...given, letters: [first, long, third!, strange] })).toEqual(notDrawn(1, 3));
  expect(await drawLetters({ ...given, letters: [strange] })).toEqual(notDrawn(0));
});
