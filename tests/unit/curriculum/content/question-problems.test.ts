import { expect, test } from 'vitest';
import { bank, problems } from './edition-files.ts';

/** The bank with one question of this kind; its first own line is line 7 of the file. */
const of = (kind: string, own: string) =>
  `${bank.slice(0, bank.indexOf('    options:')).replace('single', kind)}${own
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n`;
const told = 'feedback: { right: "Ja", partly: "Lidt", wrong: "Nej" }';
const ordering = (...lines: string[]) =>
  of(
    'ordering',
    ['items: [{ id: a, text: "A" }, { id: b, text: "B" }, { id: c, text: "A" }]', ...lines, told].join('\n'),
  );

test.each([
  [
    'two equal items that are not also right',
    ordering(),
    'banks/b.yaml:7 "A" stands here twice, so both ways round are right: add [c, b, a] to alsoRight.',
  ],
  ['an order that misses an item', ordering('alsoRight: [[a, b]]'), 'banks/b.yaml:8 List each item once: a, b, c.'],
  ['an order that is right already', ordering('alsoRight: [[a, b, c]]'), 'banks/b.yaml:8 This order is right already.'],
  [
    'a distractor that is a match',
    of(
      'matching',
      `pairs: [{ id: a, text: "A", match: "X" }, { id: b, text: "B", match: "Y" }]\ndistractors: ["X"]\n${told}`,
    ),
    'banks/b.yaml:8 "X" is the match of "A".',
  ],
  [
    'pairs that all have one match',
    of('matching', `pairs: [{ id: a, text: "A", match: "X" }, { id: b, text: "B", match: "X" }]\n${told}`),
    'banks/b.yaml:7 Every pair has the same match: add another one or a distractor.',
  ],
  [
    'a category without items',
    of(
      'categorise',
      `categories: [{ id: x, text: "X" }, { id: y, text: "Y" }]\nitems: [{ id: a, text: "A", category: x }, { id: b, text: "B", category: x }]\n${told}`,
    ),
    'banks/b.yaml:7 No item belongs to "y": add one, or take it out.',
  ],
  [
    'an item of no category',
    of(
      'categorise',
      `categories: [{ id: x, text: "X" }, { id: y, text: "Y" }]\nitems: [{ id: a, text: "A", category: x }, { id: b, text: "B", category: y }, { id: c, text: "C", category: z }]\n${told}`,
    ),
    'banks/b.yaml:8 There is no category "z".',
  ],
  [
    'a gap without an answer in the list',
    of('cloze', `passage: "En {{1}} og {{2}}."\ngaps: [{ id: "1", accept: ["x"] }]\n${told}`),
    'banks/b.yaml:7 The gap {{2}} has no answer: add it to gaps.',
  ],
  [
    'a gap that is listed without an answer',
    of('cloze', `passage: "En {{1}}."\ngaps: [{ id: "1", options: ["x", "y"] }]\n${told}`),
    'banks/b.yaml:8 Gap 1 has no answer: give it options and answer, accept, or a number as answer.',
  ],
  [
    'a gap whose answer is none of its options',
    of('cloze', `passage: "En {{1}}."\ngaps: [{ id: "1", options: ["x", "y"], answer: "z" }]\n${told}`),
    'banks/b.yaml:8 Gap 1: "z" is none of its options.',
  ],
  [
    'a gap that the passage does not have',
    of('cloze', `passage: "En {{1}}."\ngaps: [{ id: "1", accept: ["x"] }, { id: "2", accept: ["y"] }]\n${told}`),
    'banks/b.yaml:8 The passage has no gap {{2}}.',
  ],
  [
    'a case that the bank does not have',
    of('scale', 'ends: { from: "X", to: "Y" }\ncase: karen'),
    'banks/b.yaml:8 There is no case "karen" in this bank.',
  ],
  [
    'a place in a lesson that is not there',
    of('scale', 'ends: { from: "X", to: "Y" }\nlesson: b#opgave'),
    'banks/b.yaml:8 There is no lesson "b".',
  ],
  [
    'a heading that the lesson does not have',
    of('scale', 'ends: { from: "X", to: "Y" }\nlesson: a#pause'),
    'banks/b.yaml:8 The lesson "a" has no heading whose address is "pause".',
  ],
])('%s is refused with its place and what to do', (_, text, problem) => {
  expect(problems({ 'banks/b.yaml': text })).toContain(problem);
});

test('a place that the lesson has is no fault', () => {
  expect(problems({ 'banks/b.yaml': of('scale', 'ends: { from: "X", to: "Y" }\nlesson: a#opgave') })).toEqual([]);
});

test('two equal items that are declared as also right are no fault, and a bank question needs a fact', () => {
  expect(problems({ 'banks/b.yaml': ordering('alsoRight: [[c, b, a]]') })).toEqual([]);
  expect(problems({ 'banks/b.yaml': bank.replace('    facts: [m1-f01]\n', '') })).toEqual([
    'banks/b.yaml:3 "facts" is missing.',
  ]);
});
