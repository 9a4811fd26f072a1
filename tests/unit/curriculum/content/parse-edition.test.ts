import { describe, expect, test } from 'vitest';
import { parseEdition } from '#curriculum/content/parse-edition.ts';

const course = `id: kursus
edition: "2026.1"
title: { da: "Kursus", en: "Course" }
validity: { months: 24 }
appealWindow: 14d
steps:
  - { id: a, kind: lesson, title: { da: "A", en: "A" } }
  - { id: p, kind: quiz, title: { da: "P", en: "P" }, blueprint: [{ bank: b, draw: 1 }], passMark: 0.8, attempts: 2, delay: 24h }
flow: [a, p]
`;
const facts = `facts:
  - { id: m1-f01, module: m1, da: "En", en: "One", source: "Kilde 1", confidence: V, reviewBy: "2027-05-01" }
  - { id: m1-f02, module: m1, da: "To", en: "Two", source: "Kilde 2", confidence: J, reviewBy: "2027-05-01" }
`;
const lesson = `---
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
const bank = `bank: b
questions:
  - id: q1
    kind: single
    facts: [m1-f01]
    text: "?"
    options:
      - { id: a, text: "A", correct: true, feedback: "Ja" }
      - { id: b, text: "B", feedback: "Nej" }
`;
const good = { 'course.yaml': course, 'facts.yaml': facts, 'lessons/a.md': lesson, 'banks/b.yaml': bank };
const read = (changed: Partial<Record<string, string>> = {}, options: { today?: string } = {}) => {
  const files = Object.entries({ ...good, ...changed }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return parseEdition(new Map(files), 'kursus/2026.1', { digest: (text) => `${text.length}`, ...options });
};
const problems = (changed: Partial<Record<string, string>>) => {
  const parsed = read(changed);
  return parsed.ok
    ? []
    : parsed.problems.map(
        ({ file, line, message }) => `${file.replace('curriculum/courses/kursus/2026.1/', '')}:${line} ${message}`,
      );
};

describe('an edition', () => {
  test('is read with its sections, sources and digests', () => {
    const parsed = read();
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const reading = parsed.edition.readings.get('a')!;
    expect(reading.sections.map(({ id }) => id)).toEqual(['oplaeg', 'opgave', 'opsamling']);
    expect(reading.sections[0]!.html).toContain('<div class="rul" tabindex="0" role="group"');
    expect(reading.sourcesHtml).toContain('Kilde 1. Bekræftet i en kilde. Tjek igen senest 1. maj 2027.');
    expect(reading.sourcesHtml).toContain('Tilbage til teksten');
    expect(Object.keys(parsed.edition.course.digests!)).toEqual(['a', 'p']);
  });

  test.each([
    [
      'a fact that is not there',
      { 'lessons/a.md': lesson.replace('[^m1-f01]', '[^m9-f99]').replace('[m1-f01]', '[m9-f99]') },
      'lessons/a.md:8 There is no fact "m9-f99" in facts.yaml.',
    ],
    [
      'a sentence whose fact the head does not name',
      { 'lessons/a.md': lesson.replace('Gør noget.', 'Gør noget.[^m1-f02]') },
      'lessons/a.md:4 The text rests on m1-f02; add it to facts in the front matter.',
    ],
    [
      'sections in the wrong order',
      { 'lessons/a.md': lesson.replace('## Opgave', '## Øvelse') },
      'lessons/a.md:6 A lesson has the sections Oplæg, Opgave, Opsamling in this order.',
    ],
    [
      'HTML',
      { 'lessons/a.md': lesson.replace('Gør noget.', '<b>Gør</b>') },
      'lessons/a.md:16 Write Markdown, not HTML.',
    ],
    ['a missing text', { 'lessons/a.md': undefined }, 'lessons/a.md:1 Step "a" needs this file.'],
    ['a text nobody uses', { 'lessons/b.md': lesson }, 'lessons/b.md:1 No step of course.yaml uses this file.'],
    [
      'a bank too small',
      { 'course.yaml': course.replace('draw: 1', 'draw: 3') },
      'course.yaml:8 Asks for 3 questions; bank "b" has 1.',
    ],
    [
      'two right answers to one',
      { 'banks/b.yaml': bank.replace('feedback: "Nej"', 'correct: true, feedback: "Nej"') },
      'banks/b.yaml:8 A single choice has exactly one correct option; this has 2.',
    ],
    [
      'an option without feedback',
      { 'banks/b.yaml': bank.replace(', feedback: "Nej"', '') },
      'banks/b.yaml:9 "feedback" is missing.',
    ],
    [
      'a question that rests on nothing',
      { 'banks/b.yaml': bank.replace('[m1-f01]', '[]') },
      'banks/b.yaml:5 Name at least one fact that the question rests on.',
    ],
    [
      'another name than its folder',
      { 'course.yaml': course.replace('id: kursus', 'id: andet') },
      'course.yaml:1 It calls itself andet/2026.1 but lies in kursus/2026.1.',
    ],
    [
      'a fact without a source',
      { 'facts.yaml': facts.replace('source: "Kilde 1", ', '') },
      'facts.yaml:2 "source" is missing.',
    ],
  ])('is refused for %s', (_, changed, said) => expect(problems(changed)).toContain(said));

  test('says all problems of all files at once', () => {
    const found = problems({
      'lessons/a.md': lesson.replace('## Opgave', '## Øvelse'),
      'banks/b.yaml': bank.replace(', feedback: "Nej"', ''),
      'facts.yaml': facts.replace('"2027-05-01"', '"engang"'),
    });
    expect(new Set(found.map((line) => line.split(':')[0]))).toEqual(
      new Set(['lessons/a.md', 'banks/b.yaml', 'facts.yaml']),
    );
  });

  test('warns of facts past their review, and is read all the same', () => {
    const parsed = read({}, { today: '2027-06-01' });
    expect(parsed.ok && parsed.warnings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});
