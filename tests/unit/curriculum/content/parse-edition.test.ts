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
      'lessons/a.md:16 The text rests on m1-f02; add it to facts in the front matter.',
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
    [
      'a fact that only the head names, and nobody knows',
      { 'lessons/a.md': lesson.replace('[m1-f01]', '[m1-f01, m9-f99]') },
      'lessons/a.md:3 There is no fact "m9-f99" in facts.yaml.',
    ],
    [
      'a fact that the head names and no sentence carries',
      { 'lessons/a.md': lesson.replace('[m1-f01]', '[m1-f01, m1-f02]') },
      'lessons/a.md:3 The front matter names m1-f02, but no sentence carries [^m1-f02].',
    ],
    [
      'a note of its own in place of the source',
      { 'lessons/a.md': `${lesson}\n[^m1-f01]: Min egen kilde.\n` },
      'lessons/a.md:22 Take out the note [^m1-f01]: …; notes are written from facts.yaml.',
    ],
    [
      'words above the first section',
      { 'lessons/a.md': lesson.replace('## Oplæg', 'Velkommen.\n\n## Oplæg') },
      'lessons/a.md:6 Move this below the first ##; what stands above it is not shown.',
    ],
    [
      'a section without text',
      { 'lessons/a.md': lesson.replace('Gør noget.\n', '') },
      'lessons/a.md:14 The section "Opgave" has no text.',
    ],
    [
      'a title in the text',
      { 'lessons/a.md': lesson.replace('Gør noget.', '# Gør noget') },
      'lessons/a.md:16 The title stands in the front matter; begin a section with ##.',
    ],
    [
      'a note on a heading',
      { 'lessons/a.md': lesson.replace('## Opgave', '## Opgave[^m1-f01]') },
      'lessons/a.md:14 A heading carries no note; put it on the text below.',
    ],
    [
      'a link that runs script',
      { 'lessons/a.md': lesson.replace('Gør noget.', '[Gør](javascript:alert(1))') },
      'lessons/a.md:16 The link "javascript:alert(1)" leads nowhere; begin it with https://, mailto:, tel:, / or #.',
    ],
    [
      'a link that runs script from further down',
      { 'lessons/a.md': lesson.replace('Gør noget.', '[Gør][x]\n\n[x]: data:text/html,hej') },
      'lessons/a.md:18 The link "data:text/html,hej" leads nowhere; begin it with https://, mailto:, tel:, / or #.',
    ],
    [
      'a picture',
      { 'lessons/a.md': lesson.replace('Gør noget.', '![x][x]\n\n[x]: https://x.dk/x.png') },
      'lessons/a.md:16 Pictures are not supported here; say it in words.',
    ],
    [
      'a question that rests on a fact nobody knows',
      { 'banks/b.yaml': bank.replace('[m1-f01]', '[m9-f99]') },
      'banks/b.yaml:5 There is no fact "m9-f99" in facts.yaml.',
    ],
    [
      'the same question twice',
      { 'banks/b.yaml': bank + bank.slice(bank.indexOf('  - id')) },
      'banks/b.yaml:10 Question q1 is also in curriculum/courses/kursus/2026.1/banks/b.yaml.',
    ],
    [
      'two options of one name',
      { 'banks/b.yaml': bank.replace('id: b, text', 'id: a, text') },
      'banks/b.yaml:8 Two options have the same id.',
    ],
    [
      'several choices that are all correct',
      {
        'banks/b.yaml': bank.replace('single', 'multiple').replace('feedback: "Nej"', 'correct: true, feedback: "Nej"'),
      },
      'banks/b.yaml:8 A multiple choice has at least one correct option and one that is not.',
    ],
    [
      'a bank nobody draws from',
      { 'banks/c.yaml': bank.replace('bank: b', 'bank: c').replace('q1', 'q2') },
      'banks/c.yaml:1 No quiz draws from this bank.',
    ],
    [
      'YAML that breaks off',
      { 'banks/b.yaml': bank.replace('text: "?"', 'text: "?') },
      'banks/b.yaml:6 Missing closing "quote',
    ],
    ['no facts at all', { 'facts.yaml': undefined }, 'facts.yaml:1 An edition needs a facts.yaml.'],
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

  test('a fault in one question does not hide one in the next', () => {
    const next = bank.slice(bank.indexOf('  - id')).replace('q1', 'q2').replace('[m1-f01]', '[m9-f99]');
    expect(problems({ 'banks/b.yaml': bank.replace(', feedback: "Nej"', '') + next })).toEqual([
      'banks/b.yaml:9 "feedback" is missing.',
      'banks/b.yaml:12 There is no fact "m9-f99" in facts.yaml.',
    ]);
  });

  test.each([
    ['facts.yaml', 'facts:\n  - { id: "m1-f01\n'],
    ['facts.yaml', 'facts: {}\n'],
    ['facts.yaml', facts.replace('source: "Kilde 1", ', '')],
    ['lessons/a.md', lesson.replace('title: A\n', '')],
    ['banks/b.yaml', bank.replace('[m1-f01]', '[]')],
  ])('%s is blamed alone for its own fault', (name, text) =>
    expect(new Set(problems({ [name]: text }).map((line) => line.split(':')[0]))).toEqual(new Set([name])),
  );

  test.each([
    ['title', 'title: A\n'],
    ['facts', 'facts: [m1-f01]\n'],
  ])('a lesson whose head has no %s is told only that', (key, line) =>
    expect(problems({ 'lessons/a.md': lesson.replace(line, '') })).toEqual([`lessons/a.md:2 "${key}" is missing.`]),
  );

  test('is the same when checked out on Windows', () => {
    const windows = Object.fromEntries(
      Object.entries(good).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(read(windows)).toEqual(read());
  });

  test('a source is shown letter by letter, whatever Markdown would make of it', () => {
    const parsed = read({ 'facts.yaml': facts.replace('Kilde 1', '1. beretning *x* a_b <i> [^m1-f02].') });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.edition.readings.get('a')!.sourcesHtml).toContain(
      '<p>1. beretning *x* a_b &#x3C;i> [^m1-f02]. Bekræftet i en kilde.',
    );
  });

  test('every note leads to its source and back, each place with a name of its own', () => {
    const parsed = read({ 'lessons/a.md': lesson.replace('Gør noget.', 'Gør noget.[^m1-f01]') });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { sections, sourcesHtml } = parsed.edition.readings.get('a')!;
    const whole = sections.map(({ html }) => html).join('') + sourcesHtml;
    const ids = [...whole.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const leads = [...whole.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    const names = [...sourcesHtml.matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(ids).size).toBe(ids.length);
    expect(leads.filter((id) => !ids.includes(id))).toEqual([]);
    expect(names).toEqual(['Tilbage til teksten, kilde 1', 'Tilbage til teksten, kilde 1, sted 2']);
  });

  test('two sections of one name have each their own id', () => {
    const day = '---\ntitle: D\nfacts: [m1-f01]\n---\n## Pause\n\nKaffe.[^m1-f01]\n\n## Pause\n\nTe.\n';
    const parsed = read({
      'course.yaml': course
        .replace('flow: [a, p]', 'flow: [a, d, p]')
        .replace('  - { id: p', '  - { id: d, kind: day, title: { da: "D", en: "D" } }\n  - { id: p'),
      'days/d.md': day,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.edition.readings.get('d')!.sections.map(({ id }) => id)).toEqual(['pause', 'pause-2']);
  });

  test('a step has another digest when its own text or bank changes, and the others keep theirs', () => {
    const digests = (changed: Partial<Record<string, string>>) => {
      const parsed = parseEdition(
        new Map(Object.entries({ ...good, ...changed }) as [string, string][]),
        'kursus/2026.1',
        {
          digest: (text) => text,
        },
      );
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      return parsed.edition.course.digests!;
    };
    const before = digests({});
    const read = digests({ 'lessons/a.md': lesson.replace('Gør noget.', 'Gør andet.') });
    const asked = digests({ 'banks/b.yaml': bank.replace('"?"', '"!"') });
    expect([read.a === before.a, read.p === before.p]).toEqual([false, true]);
    expect([asked.a === before.a, asked.p === before.p]).toEqual([true, false]);
  });

  test('warns of facts past their review, and is read all the same', () => {
    const parsed = read({}, { today: '2027-06-01' });
    expect(parsed.ok && parsed.warnings.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });
});

test('an alias in a file is a problem with a place, not a crash', () => {
  const parsed = parseEdition(new Map([['facts.yaml', 'facts: &a []\nmore: *a\n']]), 'kursus/2026.1', {
    digest: String,
  });
  expect(!parsed.ok && parsed.problems.map(({ file, message }) => `${file} ${message}`)).toContain(
    'curriculum/courses/kursus/2026.1/facts.yaml Write the value out: aliases (*name) are not read here.',
  );
});
