import { createHash } from 'node:crypto';
import { type Edition, type ParsedEdition, parseEdition } from '#curriculum/content/parse-edition.ts';

const lesson = `---
title: Hils først
facts: [m1-f01]
---

## Oplæg

Vores vurdering er, at øvelse gør mester.[^m1-f01]

## Opgave

Hils på to.

## Opsamling

Nu kan du.
`;

export const attendedFiles: ReadonlyMap<string, string> = new Map([
  [
    'course.yaml',
    `id: temadag
edition: "2026.1"
title: { da: "Temadag om hilsner", en: "Theme day on greetings" }
end: attended
appealWindow: 14d
steps:
  - { id: hils, kind: lesson, minutes: 10, title: { da: "Hils først", en: "Greet first" } }
  - { id: dagen, kind: day, title: { da: "Temadagen", en: "The theme day" } }
flow: [hils, dagen]
`,
  ],
  [
    'facts.yaml',
    'facts:\n  - { id: m1-f01, module: m1, da: "Øvelse gør mester", en: "Practice makes perfect", source: "Vores skøn", confidence: J, reviewBy: "2027-05-01" }\n',
  ],
  ['lessons/hils.md', lesson],
  [
    'days/dagen.md',
    `---
title: Temadagen
facts: [m1-f01]
---

## Program

Vi øver os. Vores vurdering er, at øvelse gør mester.[^m1-f01]
`,
  ],
]);

export const parseAttended = (change: (courseFile: string) => string = (text) => text): ParsedEdition =>
  parseEdition(
    new Map([...attendedFiles, ['course.yaml', change(attendedFiles.get('course.yaml')!)]]),
    'temadag/2026.1',
    { digest: (text) => createHash('sha256').update(text).digest('hex'), today: '2026-11-24' },
  );

/** A course of a lesson and a day that certifies nobody. */
export function attendedCourse(): Edition {
  const parsed = parseAttended();
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.edition;
}
