import { createHash } from 'node:crypto';
import { type Edition, type ParsedEdition, parseEdition } from '#curriculum/content/parse-edition.ts';

/** A rubric with two levelled criteria, of which the last must be passed, and one that is met or not. */
export const levelled = `    passMark: 3
    rubric:
      - id: problem
        title: { da: "Et genkendeligt problem", en: "A problem people know" }
        levels:
          - { id: mangler, title: { da: "Mangler", en: "Missing" }, points: 0, descriptor: { da: "Ingen borger i det", en: "No citizen in it" } }
          - { id: paa-vej, title: { da: "På vej", en: "On the way" }, points: 1, descriptor: { da: "En borger uden situation", en: "A citizen without a situation" } }
          - { id: opfyldt, title: { da: "Opfyldt", en: "Met" }, points: 2, descriptor: { da: "En borger, jeg kan se for mig", en: "A citizen I can picture" } }
      - { id: seddel, title: { da: "Sedlen kan følges", en: "The sheet can be followed" } }
      - id: musen
        title: { da: "Borgeren har musen", en: "The citizen has the mouse" }
        mustPass: paa-vej
        levels:
          - { id: mangler, title: { da: "Mangler", en: "Missing" }, points: 0, descriptor: { da: "Du tager musen", en: "You take the mouse" } }
          - { id: paa-vej, title: { da: "På vej", en: "On the way" }, points: 1, descriptor: { da: "Det meste af vejen", en: "Most of the way" } }
          - { id: opfyldt, title: { da: "Opfyldt", en: "Met" }, points: 2, descriptor: { da: "Hele vejen", en: "All the way" } }
`;
/** The same criteria as they are without levels. */
export const plain = `    rubric:
      - { id: problem, title: { da: "Et genkendeligt problem", en: "A problem people know" } }
      - { id: seddel, title: { da: "Sedlen kan følges", en: "The sheet can be followed" } }
      - { id: musen, title: { da: "Borgeren har musen", en: "The citizen has the mouse" } }
`;

export const gradedFiles = (rubric: string, edition = '2026.1'): Map<string, string> =>
  new Map([
    [
      'course.yaml',
      `id: lille-opgave
edition: "${edition}"
title: { da: "Lille opgave", en: "Small practical" }
validity: { months: 24 }
appealWindow: 14d
steps:
  - id: oplaeg
    kind: practical
    title: { da: "Dit oplæg", en: "Your talk" }
    attempts: 2
${rubric}
flow: [oplaeg]
`,
    ],
    [
      'facts.yaml',
      'facts:\n  - { id: m1-f01, module: m1, da: "Øvelse gør mester", en: "Practice makes perfect", source: "Vores skøn", confidence: J, reviewBy: "2027-05-01" }\n',
    ],
    [
      'practicals/oplaeg.md',
      `---
title: Dit oplæg
facts: [m1-f01]
---

## Din opgave

Lav et oplæg på fem minutter. Vores vurdering er, at øvelse gør mester.[^m1-f01]

## Sådan bedømmes du

**Sedlen kan følges.** Det er opfyldt, når du:

- skriver højst otte trin.
${
  rubric === plain
    ? `
**Et genkendeligt problem.** Det er opfyldt, når du:

- har en borger i det.

**Borgeren har musen.** Det er opfyldt, når du:

- holder hænderne for dig selv.
`
    : ''
}`,
    ],
  ]);

export const parseGraded = (files: ReadonlyMap<string, string>, edition = '2026.1'): ParsedEdition =>
  parseEdition(files, `lille-opgave/${edition}`, {
    digest: (text) => createHash('sha256').update(text).digest('hex'),
    today: '2026-11-24',
  });

/** A course of one practical, judged by levels or, as older editions are, by what is met. */
export function gradedCourse(rubric = levelled, edition = '2026.1'): Edition {
  const parsed = parseGraded(gradedFiles(rubric, edition), edition);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.edition;
}
