import { describe, expect, test } from 'vitest';
import { caseIn, dialogueIn, headingsIn, readingIn, wordsIn } from '#curriculum/content/translations/told-in.ts';
import { feedbackOf } from '#curriculum/quiz/feedback-of.ts';
import { parseAnswer } from '#curriculum/quiz/parse-answer.ts';
import { kindOf } from '#curriculum/quiz/question.ts';
import { scoreAnswer } from '#curriculum/quiz/score-answer.ts';
import { problems, read } from '../edition-files.ts';
import { fence, figure } from '../lesson-files.ts';
import {
  danishBank,
  danishEdition,
  englishBank,
  englishCheck,
  englishDialogue,
  englishLesson,
  twoLanguages,
} from './english-files.ts';

const editionOf = (files: Partial<Record<string, string>>) => {
  const parsed = read(files);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 1));
  return parsed.edition;
};
const edition = editionOf(twoLanguages);
const question = (id: string) => edition.banks.get('b')!.find((each) => each.id === id)!;

describe('an edition in two languages', () => {
  test('tells a lesson in English with the ids of the Danish headings and exercises', () => {
    const [danish, english] = (['da', 'en'] as const).map((language) => readingIn(edition, 'a', language)!);
    expect(english!.language).toBe('en');
    expect(english!.sections.map(({ title }) => title)).toEqual(['Introduction', 'Exercise', 'Wrap-up']);
    const ids = ({ sections }: typeof english & object) =>
      sections.map(({ id, headings }) => [id, headings.map((each) => each.id)]);
    expect(ids(english!)).toEqual(ids(danish!));
    expect(english!.exercises.map(({ id, is }) => [id, is])).toEqual(danish!.exercises.map(({ id, is }) => [id, is]));
    expect(headingsIn(edition, 'a', 'huset')).toEqual({ da: 'Huset', en: 'The house' });
  });

  test('shows the English figure and captions, and says its own words in English', () => {
    const html = JSON.stringify(readingIn(edition, 'a', 'en'));
    const addresses = [...edition.courseFiles].filter(([, { text }]) => text?.includes('Hall')).map(([name]) => name);
    expect(html).toContain(addresses[0]);
    for (const word of ['Figure 1.', 'Read the figure as text', 'Sources', 'Check again by 1 May 2027', 'English'])
      expect(html, word).toContain(word);
    for (const word of ['Figur 1.', 'Læs figuren', 'Kilder', 'Tjek igen']) expect(html, word).not.toContain(word);
  });

  test('tells questions, their cases and dialogues in English, and in Danish to whom reads Danish', () => {
    const told = wordsIn(edition, question('q1'), 'en');
    expect([told.language, told.words.text]).toEqual(['en', 'What now?']);
    expect(caseIn(edition, 'b', told)?.title).toBe('Rain');
    expect(dialogueIn(edition, 'karen', 'en')).toMatchObject({ language: 'en', dialogue: { title: 'The talk' } });
    const danish = wordsIn(edition, question('q1'), 'da');
    expect([danish.language, danish.words.text]).toEqual(['da', 'Hvad nu?']);
    expect(caseIn(edition, 'b', danish)?.title).toBe('Regn');
  });

  test('tells in Danish what is not translated', () => {
    const half = editionOf({ ...twoLanguages, 'dialogues/karen.en.yaml': undefined, 'lessons/a.en.md': undefined });
    expect(readingIn(half, 'a', 'en')!.language).toBe('da');
    expect(dialogueIn(half, 'karen', 'en')!.language).toBe('da');
    const few = editionOf({
      ...twoLanguages,
      'banks/b.en.yaml': englishBank.slice(0, englishBank.indexOf('  - id: q2')),
    });
    expect(wordsIn(few, few.banks.get('b')![1]!, 'en').language).toBe('da');
  });

  test.each(['q1', 'q2', 'q3', 'q4'])('judges %s alike in both languages', (id) => {
    const asked = question(id);
    const { words, language } = wordsIn(edition, asked, 'en');
    const kind = kindOf(asked);
    const order = kind.parts(asked).map((part) => part.id);
    for (const [answer, verdict] of [
      [kind.right(asked), 'right'],
      [kind.wrong(asked), 'wrong'],
    ] as const) {
      expect(feedbackOf(asked, answer, { words, language }).verdict).toBe(verdict);
      const told = feedbackOf(asked, answer, { words, language });
      const parts = told.parts?.each.map(({ mark }) => mark) ?? [];
      expect(new Set(parts)).toEqual(new Set(parts.length > 0 ? [verdict] : []));
      expect(JSON.stringify(told)).not.toMatch(/Nej|en sko|Foden/);
    }
    expect(parseAnswer(asked, order, kind.toForm(asked, order, kind.right(asked)))).toMatchObject({ ok: true });
  });

  test('takes a typed answer in either language', () => {
    for (const text of ['regn', 'rain']) expect(scoreAnswer(question('q3'), { text }), text).toBe(1);
    for (const y of ['støvle', 'wellington'])
      expect(scoreAnswer(question('q2'), { filled: { x: 'en sko', y } }), y).toBe(1);
    expect(scoreAnswer(question('q3'), { text: 'snow' })).toBe(0);
    const told = feedbackOf(question('q3'), { text: 'snow' }, wordsIn(edition, question('q3'), 'en'));
    expect(told.said).toEqual({ answer: 'snow', expected: 'rain', feedback: 'No' });
  });

  test('keeps the keys of the Danish files, so that a translation is no material change', () => {
    const alone = editionOf(danishEdition);
    expect(edition.course.keys).toEqual(alone.course.keys);
    expect(edition.course.digests).toEqual(alone.course.digests);
    expect(edition.contentHash).not.toBe(alone.contentHash);
  });
});

describe('a half translation is refused:', () => {
  const lesson = (from: string, to: string) => ({ 'lessons/a.en.md': englishLesson.replace(from, to) });
  const bank = (from: string, to: string) => ({ 'banks/b.en.yaml': englishBank.replace(from, to) });
  const talk = (from: string, to: string) => ({ 'dialogues/karen.en.yaml': englishDialogue.replace(from, to) });
  test.each<[string, Partial<Record<string, string>>, RegExp]>([
    [
      'a question without one of its options',
      bank('      - { id: b, text: "Stay at home", feedback: "No" }\n', ''),
      /^banks\/b\.en\.yaml:11 .*(2|Not translated: b\.)/,
    ],
    [
      'a question without its feedback',
      bank('    feedback: { right: "Yes", partly: "A little", wrong: "No" }\n', ''),
      /^banks\/b\.en\.yaml:1\d .*feedback/,
    ],
    [
      'another key',
      bank('id: a, text: "Take an umbrella", correct: true', 'id: a, text: "Take an umbrella"'),
      /:5 What is right in Danish is not right here/,
    ],
    [
      'the key moved to another option',
      {
        'banks/b.en.yaml': englishBank
          .replace(', correct: true', '')
          .replace('"Stay at home"', '"Stay at home", correct: true'),
      },
      /only words may differ|"correct"/,
    ],
    [
      'options in another order',
      bank(
        '{ id: a, text: "Take an umbrella", correct: true, feedback: "Yes" }\n      - { id: b, text: "Stay at home", feedback: "No" }',
        '{ id: b, text: "Stay at home", feedback: "No" }\n      - { id: a, text: "Take an umbrella", correct: true, feedback: "Yes" }',
      ),
      /:11 The Danish text has "a" here: keep its ids/,
    ],
    [
      'another right option in a gap',
      bank('answer: a shoe', 'answer: a hat'),
      /What is right in Danish is not right here/,
    ],
    [
      'gaps in another order',
      bank('First {{x}}, then {{y}}.', '{{y}}, but first {{x}}.'),
      /Keep the gaps in the order/,
    ],
    ['two matches that become one', bank('match: "A shoe"', 'match: "A hat"'), /same match|not right here/],
    [
      'words that are still Danish',
      bank('It is raining in Herning today.', 'Det regner i dag i Herning.'),
      /^banks\/b\.en\.yaml:3 These are the Danish words/,
    ],
    [
      'a question without its case',
      bank(/cases:\n.*\n/.exec(englishBank)![0], ''),
      /Translate the case "regn" as well/,
    ],
    ['a question that the Danish bank does not have', bank('id: q4', 'id: q9'), /The Danish bank has no "q9"/],
    ['another fact', bank('facts: [m1-f01]', 'facts: [m1-f02]'), /only words may differ/],
    [
      'a lesson without a heading',
      lesson('### The house\n', ''),
      /^lessons\/a\.en\.md:\d+ The Danish text has "### Huset" here/,
    ],
    [
      'a heading too many',
      lesson('Now you can.', 'Now you can.\n\n### More\n\nMore.'),
      /The Danish text has no "More"/,
    ],
    ['Danish names of the sections', lesson('## Exercise', '## Opgave'), /Introduction, Exercise, Wrap-up/],
    [
      'a lesson without an exercise',
      lesson(fence('check', ...englishCheck), ''),
      /has the exercises mangler, svar, liste, karen; this has svar/,
    ],
    ['a check with another key', lesson('correct: true', 'correct: false'), /lessons\/a\.en\.md:\d+ /],
    [
      'a lesson without a figure',
      lesson(
        '![A house cut open](figures/hus.svg "The house.")\n\n```description\nA house with three rooms.\n\nTwo are locked.\n```',
        '',
      ),
      /has the figures figures\/hus\.svg, figures\/hus\.svg; this has figures\/hus\.svg\./,
    ],
    [
      'a checklist with fewer lines',
      lesson('[Mouse, Chair]', '[Mouse, Chair, Desk]'),
      /The Danish text has 2 here, and this has 3/,
    ],
    ['another reply in a dialogue', talk('id: tag', 'id: tage'), /Not translated: tag\./],
    ['another verdict', talk('verdict: poor', 'verdict: partly'), /The Danish text has "poor" here/],
    ['a dialogue that leads elsewhere', talk('next: y', 'next: z'), /The Danish text has "y" here/],
    ['a dialogue without its hint', talk('    hint: Who has the mouse?\n', ''), /"hint" is not translated/],
    [
      'a file that translates nothing',
      { 'lessons/b.en.md': englishLesson },
      /There is no lessons\/b\.md that this translates/,
    ],
    ['a course file of its own', { 'course.en.yaml': 'x' }, /course\.yaml has both languages in it/],
    [
      'a figure with script',
      { 'figures/hus.en.svg': figure.replace('<title>', '<script>x</script><title>') },
      /^figures\/hus\.en\.svg:\d+ /,
    ],
  ])('%s', (_, changed, expected) => {
    expect(problems({ ...twoLanguages, ...changed }).join('\n')).toMatch(expected);
  });
});

describe('what is missing', () => {
  const missing = (files: Partial<Record<string, string>>) => {
    const parsed = read(files, { today: '2026-12-01' });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.warnings
      .filter(({ message }) => message.startsWith('Not translated'))
      .map(({ file, message }) => `${file.split('2026.1/')[1]} ${message}`);
  };
  test('is a warning for each file, with a count', () => {
    const few = englishBank.slice(0, englishBank.indexOf('  - id: q2'));
    expect(
      missing({
        ...twoLanguages,
        'banks/b.en.yaml': few,
        'dialogues/karen.en.yaml': undefined,
        'figures/hus.en.svg': undefined,
      }),
    ).toEqual([
      'banks/b.yaml Not translated: 3 of 4 questions. English readers see the Danish.',
      'dialogues/karen.yaml Not translated: a dialogue of 3 scenes. English readers see the Danish.',
      'figures/hus.svg Not translated: 1 texts of a figure. English readers see the Danish.',
    ]);
    expect(missing(twoLanguages)).toEqual([]);
  });
  test('is nothing in an edition that is in Danish alone', () => expect(missing(danishEdition)).toEqual([]));
  test('is not said at a start, where nobody asked', () =>
    expect(danishBank && read(twoLanguages)).toMatchObject({ ok: true, warnings: [] }));
});
