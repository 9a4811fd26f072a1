import { describe, expect, test } from 'vitest';
import { asked, bank, course, facts, lesson, problems } from './edition-files.ts';

describe('an edition', () => {
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
      'lessons/a.md:16 A figure stands on a line of its own: ![…](figures/name.svg "…").',
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
      'banks/b.yaml:6 This is not YAML: Missing closing "quote',
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
      'the edition of another folder',
      { 'course.yaml': course.replace('2026.1', '2026.2') },
      'course.yaml:1 It calls itself kursus/2026.2 but lies in kursus/2026.1.',
    ],
    ['no course at all', { 'course.yaml': undefined }, 'course.yaml:1 An edition needs a course.yaml.'],
    [
      'a bank of another name than its file',
      { 'banks/b.yaml': bank.replace('bank: b', 'bank: c') },
      'banks/b.yaml:1 The bank calls itself "c"; name the file banks/c.yaml.',
    ],
    [
      'the same fact twice',
      { 'facts.yaml': facts.replace('m1-f02', 'm1-f01') },
      'facts.yaml:3 Fact m1-f01 is there twice.',
    ],
    [
      'a fact by another name',
      { 'facts.yaml': facts.replace('m1-f02', 'fakta2') },
      'facts.yaml:3 A fact is named like m1-f01.',
    ],
    [
      'a fact from nowhere',
      { 'facts.yaml': facts.replace('"Kilde 2"', '""') },
      'facts.yaml:3 Say where the fact comes from.',
    ],
    [
      'a fact as sure as nobody says',
      { 'facts.yaml': facts.replace('confidence: J', 'confidence: X') },
      'facts.yaml:3 Write one of these: V, H, J.',
    ],
    ['an empty list of facts', { 'facts.yaml': 'facts: []\n' }, 'facts.yaml:1 List at least 1.'],
    [
      'a text without a head',
      { 'lessons/a.md': lesson.slice(lesson.indexOf('## ')) },
      'lessons/a.md:1 Begin the file with front matter: ---, title, facts, ---.',
    ],
    [
      'a text that rests on nothing',
      { 'lessons/a.md': lesson.replace('[m1-f01]', '[]').replace('[^m1-f01]', '') },
      'lessons/a.md:3 Name the facts this text rests on.',
    ],
    [
      'a day without a section',
      {
        'course.yaml': course.replace('kind: lesson', 'kind: day'),
        'lessons/a.md': undefined,
        'days/a.md': '---\ntitle: A\nfacts: [m1-f01]\n---\n\nKaffe.[^m1-f01]\n',
      },
      'days/a.md:5 Give the text at least one section: ## …',
    ],
    [
      'one choice without a right one',
      { 'banks/b.yaml': bank.replace('correct: true, ', '') },
      'banks/b.yaml:8 A single choice has exactly one correct option; this has 0.',
    ],
    [
      'several choices that are all wrong',
      { 'banks/b.yaml': bank.replace('single', 'multiple').replace('correct: true, ', '') },
      'banks/b.yaml:8 A multiple choice has at least one correct option and one that is not.',
    ],
    ['a choice of one', { 'banks/b.yaml': bank.replace(/.*id: b, .*\n/, '') }, 'banks/b.yaml:8 List at least 2.'],
    [
      'a choice of seven',
      {
        'banks/b.yaml': `${bank}${[1, 2, 3, 4, 5].map((n) => `      - { id: c${n}, text: "C", feedback: "Nej" }\n`).join('')}`,
      },
      'banks/b.yaml:8 List at most 6.',
    ],
    [
      'a text that YAML cuts off at a hash',
      { 'banks/b.yaml': bank.replace('text: "?"', 'text: Hvad siger regel #3 om fuldmagt?') },
      'banks/b.yaml:6 The text ends before " #", because the rest is a comment. Put the text in quotes, or the comment on its own line.',
    ],
    [
      'a short text that YAML cuts off in a list',
      { 'banks/b.yaml': asked('short-text', 'accept:', '  - MitID #2') },
      'banks/b.yaml:8 The text ends before " #", because the rest is a comment. Put the text in quotes, or the comment on its own line.',
    ],
    [
      'a title that YAML cuts off in the head of a lesson',
      { 'lessons/a.md': lesson.replace('title: A', 'title: A #1') },
      'lessons/a.md:2 The text ends before " #", because the rest is a comment. Put the text in quotes, or the comment on its own line.',
    ],
    [
      'a number with a leading zero',
      { 'banks/b.yaml': asked('numeric', 'answer: 012') },
      'banks/b.yaml:7 012 is read as 12. Write 12, or "012" in quotes if it is a text.',
    ],
    [
      'a number in the base of eight',
      { 'banks/b.yaml': asked('numeric', 'answer: 0o14') },
      'banks/b.yaml:7 0o14 is read as 12. Write 12, or "0o14" in quotes if it is a text.',
    ],
    [
      'thousands with a point',
      { 'banks/b.yaml': asked('numeric', 'answer: 30.000') },
      'banks/b.yaml:7 30.000 is read as 30. Write 30000 if you mean thousands, otherwise 30.',
    ],
    [
      'three decimals that look like thousands',
      { 'banks/b.yaml': asked('numeric', 'answer: 1.125') },
      'banks/b.yaml:7 1.125 is read as 1.125. Write 1125 if you mean thousands, otherwise 1.1250.',
    ],
    [
      'a number that may be less than nothing off',
      { 'banks/b.yaml': asked('numeric', 'answer: 3', 'tolerance: -1') },
      'banks/b.yaml:8 Write a number of at least 0.',
    ],
    [
      'a text that no answer is',
      { 'banks/b.yaml': asked('short-text', 'accept: []') },
      'banks/b.yaml:7 List at least 1.',
    ],
    [
      'right or wrong without a word to whoever is wrong',
      { 'banks/b.yaml': asked('true-false', 'answer: true').replace(', wrong: "Nej"', '') },
      'banks/b.yaml:8 "wrong" is missing.',
    ],
    [
      'a fact without a source',
      { 'facts.yaml': facts.replace('source: "Kilde 1", ', '') },
      'facts.yaml:2 "source" is missing.',
    ],
  ])('is refused for %s', (_, changed, said) => expect(problems(changed)).toContain(said));

  test('reports all problems of all files at once', () => {
    const found = problems({
      'lessons/a.md': lesson.replace('## Opgave', '## Øvelse'),
      'banks/b.yaml': bank.replace(', feedback: "Nej"', ''),
      'facts.yaml': facts.replace('"2027-05-01"', '"engang"'),
    });
    expect(new Set(found.map((line) => line.split(':')[0]))).toEqual(
      new Set(['lessons/a.md', 'banks/b.yaml', 'facts.yaml']),
    );
  });

  test.each([
    ['numbers that read as they look', asked('numeric', 'answer: 0.125', 'tolerance: 0', 'unit: "0.125"')],
    [
      'a hash in quotes, inside a word, and in a comment of its own',
      `# Om #3\n${bank.replace('"?"', '"Regel #3, C#?"')}`,
    ],
    ['a comment after a number', asked('numeric', 'answer: 12 # trin')],
  ])('is not refused for %s', (_, text) => expect(problems({ 'banks/b.yaml': text })).toEqual([]));

  test('a value that YAML misreads hides no other fault of its file', () =>
    expect(problems({ 'banks/b.yaml': asked('numeric', 'answer: 012', 'tolerance: -1') })).toEqual([
      'banks/b.yaml:7 012 is read as 12. Write 12, or "012" in quotes if it is a text.',
      'banks/b.yaml:8 Write a number of at least 0.',
    ]));

  test('reports a fault in a question even if another question has one', () => {
    const next = bank.slice(bank.indexOf('  - id')).replace('q1', 'q2').replace('[m1-f01]', '[m9-f99]');
    expect(problems({ 'banks/b.yaml': bank.replace(', feedback: "Nej"', '') + next })).toEqual([
      'banks/b.yaml:9 "feedback" is missing.',
      'banks/b.yaml:12 There is no fact "m9-f99" in facts.yaml.',
    ]);
  });

  test('reports every fault of a question', () => {
    const other = bank.replace('bank: b', 'bank: c').replace('[m1-f01]', '[m9-f99]').replace('correct: true, ', '');
    expect(
      problems({
        'course.yaml': course.replace('draw: 1 }', 'draw: 1 }, { bank: c, draw: 2 }'),
        'banks/c.yaml': other.replace('feedback: "Nej"', 'feedback: ""').replace('id: b, text', 'id: a, text'),
      }),
    ).toEqual([
      'banks/c.yaml:3 Question q1 is also in curriculum/courses/kursus/2026.1/banks/b.yaml.',
      'banks/c.yaml:5 There is no fact "m9-f99" in facts.yaml.',
      'banks/c.yaml:8 Two options have the same id.',
      'banks/c.yaml:8 A single choice has exactly one correct option; this has 0.',
      'banks/c.yaml:9 Write something; this is empty.',
      'course.yaml:8 Asks for 2 questions; bank "c" has 1.',
    ]);
  });

  test.each([
    ['a word nobody knows', 'corect: true'],
    ['a value that is neither yes nor no', 'correct: "ja"'],
  ])('is refused if an option does not say whether it is correct: %s', (_, said) =>
    expect(problems({ 'banks/b.yaml': bank.replace('correct: true', said) })).toHaveLength(1),
  );

  describe('whose course.yaml has a fault', () => {
    const wide = course.replace('passMark: 0.8', 'passMark: 1.8');

    test('is told about missing files and unused files', () =>
      expect(
        problems({
          'course.yaml': wide,
          'lessons/a.md': undefined,
          'lessons/b.md': lesson,
          'banks/c.yaml': bank.replace('bank: b', 'bank: c').replace('q1', 'q2'),
        }),
      ).toEqual([
        'banks/c.yaml:1 No quiz draws from this bank.',
        'course.yaml:8 Write a number of at most 1.',
        'lessons/a.md:1 Step "a" needs this file.',
        'lessons/b.md:1 No step of course.yaml uses this file.',
      ]));

    test.each([
      ['a step without a kind', course.replace('id: a, kind: lesson', 'id: a')],
      ['a step by a name that is none', course.replace('id: a', 'id: "1a"').replace('[a, p]', '["1a", p]')],
      [
        'two steps by one name',
        course.replace('  - { id: p', '  - { id: p, kind: lesson, title: { da: "A", en: "A" } }\n$&'),
      ],
      ['no list of steps', course.replace(/steps:\n.*\n.*\n/, 'steps: {}\n')],
      ['a broken line', course.replace('months: 24 }', 'months: 24')],
    ])('reports no file as unused beside %s', (_, text) =>
      expect(
        problems({ 'course.yaml': text, 'lessons/b.md': lesson }).filter((line) => !line.startsWith('course.yaml')),
      ).toEqual([]),
    );

    test.each([
      ['another bank', course.replace('bank: b', 'bank: bb')],
      ['no bank', course.replace('bank: b, ', '')],
      ['no list', course.replace('[{ bank: b, draw: 1 }]', '6')],
    ])('reports no bank as unused if a blueprint names %s', (_, text) =>
      expect(problems({ 'course.yaml': text })).toEqual([expect.stringMatching(/^course.yaml:8 /)]),
    );
  });

  test('reports a bank in a file of another name only for its name', () =>
    expect(problems({ 'banks/b.yaml': bank.replace('bank: b', 'bank: c') })).toHaveLength(1));

  test.each([
    ['facts.yaml', 'facts:\n  - { id: "m1-f01\n'],
    ['facts.yaml', 'facts: {}\n'],
    ['facts.yaml', facts.replace('source: "Kilde 1", ', '')],
    ['lessons/a.md', lesson.replace('title: A\n', '')],
    ['banks/b.yaml', bank.replace('[m1-f01]', '[]')],
  ])('reports a fault only once: %s', (name, text) =>
    expect(new Set(problems({ [name]: text }).map((line) => line.split(':')[0]))).toEqual(new Set([name])),
  );

  test.each([
    ['title', 'title: A\n'],
    ['facts', 'facts: [m1-f01]\n'],
  ])('reports a lesson whose head has no %s only for that', (key, line) =>
    expect(problems({ 'lessons/a.md': lesson.replace(line, '') })).toEqual([`lessons/a.md:2 "${key}" is missing.`]),
  );
});
