import { parseEdition } from '#curriculum/content/parse-edition.ts';

export const course = `id: kursus
edition: "2026.1"
title: { da: "Kursus", en: "Course" }
validity: { months: 24 }
appealWindow: 14d
steps:
  - { id: a, kind: lesson, title: { da: "A", en: "A" } }
  - { id: p, kind: quiz, title: { da: "P", en: "P" }, blueprint: [{ bank: b, draw: 1 }], passMark: 0.8, attempts: 2, delay: 24h }
flow: [a, p]
`;
export const facts = `facts:
  - { id: m1-f01, module: m1, da: "En", en: "One", source: "Kilde 1", confidence: V, reviewBy: "2027-05-01" }
  - { id: m1-f02, module: m1, da: "To", en: "Two", source: "Kilde 2", confidence: J, reviewBy: "2027-05-01" }
`;
export const lesson = `---
title: A
facts: [m1-f01]
---

## Oplæg

En sætning.[^m1-f01]

| A | B |
|---|---|
| 1 | 2 |

## Opgave

Gør noget.

## Opsamling

Nu kan du.
`;
export const bank = `bank: b
questions:
  - id: q1
    kind: single
    facts: [m1-f01]
    text: "?"
    options:
      - { id: a, text: "A", correct: true, feedback: "Ja" }
      - { id: b, text: "B", feedback: "Nej" }
`;
/** The bank with one question without options. */
export const asked = (kind: string, ...lines: string[]) =>
  [
    bank.slice(0, bank.indexOf('    options:')).replace('single', kind).trimEnd(),
    ...lines.map((line) => `    ${line}`),
    '    feedback: { right: "Ja", wrong: "Nej" }',
    '',
  ].join('\n');
export const good = { 'course.yaml': course, 'facts.yaml': facts, 'lessons/a.md': lesson, 'banks/b.yaml': bank };
export const read = (changed: Partial<Record<string, string>> = {}, options: { today?: string } = {}) => {
  const files = Object.entries({ ...good, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return parseEdition(new Map(files), 'kursus/2026.1', { digest: (text) => `${text.length}`, ...options });
};
export const problems = (changed: Partial<Record<string, string>>) => {
  const parsed = read(changed);
  return parsed.ok
    ? []
    : parsed.problems.map(
        ({ file, line, message }) => `${file.replace('curriculum/courses/kursus/2026.1/', '')}:${line} ${message}`,
      );
};
