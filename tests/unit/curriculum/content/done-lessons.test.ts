import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colours } from '#app/styles/colours.ts';
import { darkColours } from '#app/styles/dark-colours.ts';
import { figureColours } from '#curriculum/content/figures/figure-colours.ts';
import { problems, read } from './edition-files.ts';
import { check, dialogue, doneEdition, doneLesson, fence, figure, film, picture } from './lesson-files.ts';

const faultsOf = (changed: Partial<Record<string, string>>) => problems({ ...doneEdition, ...changed });
const inLesson = (from: string | RegExp, to: string) => ({ 'lessons/a.md': doneLesson.replace(from, to) });

describe('a lesson that is done', () => {
  const parsed = read(doneEdition);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { edition } = parsed;
  const reading = edition.readings.get('a')!;
  const html = reading.sections.flatMap(({ parts }) => parts.map((part) => ('html' in part ? part.html : ''))).join('');

  test('has its exercises in their order, and says which are required', () =>
    expect(reading.exercises.map(({ id, is, required }) => [id, is, required])).toEqual([
      ['mangler', 'check', true],
      ['svar', 'reveal', true],
      ['liste', 'checklist', true],
      ['karen', 'dialogue', false],
    ]));

  test('places each exercise between the prose before and after it', () =>
    expect(reading.sections[1]!.parts.map((part) => ('html' in part ? 'prose' : part.exercise))).toEqual([
      'prose',
      'mangler',
      'prose',
      'svar',
      'liste',
      'karen',
      'prose',
    ]));

  test('lists its smaller headings with an id to jump to', () => {
    expect(reading.sections[1]!.headings).toEqual([{ id: 'huset', title: 'Huset' }]);
    expect(html).toContain('<h3 id="huset">Huset</h3>');
  });

  test('shows a figure with its size, caption and description', () => {
    expect(html).toMatch(
      /<img src="\/course-files\/\d+\.svg" alt="Et hus i gennemsnit" width="560" height="316" loading="lazy"/,
    );
    expect(html).toContain('<b>Figur 1.</b> Huset.');
    expect(html).toContain('<p>Et hus med tre rum.</p><p>To har lås.</p></details>');
  });

  test('shows a film with captions, and what is said in it', () => {
    expect(html).toContain('<video controls preload="none"');
    expect(html).toContain('<track kind="captions"');
    expect(html).toContain('<p>Du siger: Så er du i gangen.</p>');
  });

  test('marks the words of the glossary', () =>
    expect(html).toContain(
      'En <span data-term="rettighed">rettighed</span> og <span data-term="nøgle">to nøgler</span>.',
    ));

  test('gives its key away in no part of the prose', () => expect(html).not.toContain('En kode'));

  test('counts its figures and dialogues to the digest of the step', () => {
    const digestWith = (changed: Partial<Record<string, string>>) => {
      const other = read({ ...doneEdition, ...changed });
      return other.ok && other.edition.course.digests!.a;
    };
    expect(digestWith({ 'figures/hus.svg': figure.replace('Gang', 'Gangen') })).not.toBe(digestWith({}));
    expect(digestWith({ 'dialogues/karen.yaml': dialogue.replace('ser op', 'ser ned på') })).not.toBe(digestWith({}));
  });
});

test('the colours of the figures are those of the product', () =>
  expect(figureColours).toEqual(
    Object.fromEntries(Object.keys(figureColours).map((name) => [name, colours[name as keyof typeof colours]])),
  ));

test('each has the dark counterpart of the style sheet', () => {
  const dark = readFileSync('app/styles/_colours.scss', 'utf8').split('$dark:')[1]!;
  const named = new Map([...dark.matchAll(/'([\w-]+)': (#[0-9a-f]+)/g)].map(([, name, value]) => [name!, value!]));
  expect(darkColours).toEqual(Object.fromEntries(Object.keys(figureColours).map((name) => [name, named.get(name)])));
});

const svg = (from: string, to: string) => ({ 'figures/hus.svg': figure.replace(from, to) });
const line = (text: string) => doneLesson.split('\n').findIndex((each) => each.includes(text)) + 1;

test.each([
  ['a script', svg('<title>', '<script>alert(1)</script><title>'), 'figures/hus.svg:2 Take out <script>'],
  ['an event handler', svg('<path', '<path onclick="x()"'), 'figures/hus.svg:3 Take out onclick'],
  ['an address', svg('<title>', '<image href="https://x.dk/a.png"/><title>'), 'figures/hus.svg:2 Take out <image>'],
  ['foreign content', svg('<title>', '<foreignObject/><title>'), 'figures/hus.svg:2 Take out <foreignObject>'],
  ['a style element', svg('<title>', '<style>*{fill:url(#a)}</style><title>'), 'figures/hus.svg:2 Take out <style>'],
  ['a style attribute', svg('<path', '<path style="fill:red"'), 'figures/hus.svg:3 Take out style'],
  ['a colour of its own', svg('#00505a', '#ff0000'), 'figures/hus.svg:3 stroke="#ff0000" is not a colour'],
  ['an address in an attribute', svg('M1 1h2', 'url(#x)'), 'figures/hus.svg:3 d="url(#x)" leads out'],
  ['an entity', svg('Gang', '&evil;'), 'figures/hus.svg:4 This is not XML'],
  ['a document type', { 'figures/hus.svg': `<!DOCTYPE svg>\n${figure}` }, 'figures/hus.svg:1 Take out <!DOCTYPE'],
  ['an open element', svg('</text>', ''), 'figures/hus.svg:5 This is not XML'],
  ['no size', svg(' viewBox="0 0 560 316"', ''), 'figures/hus.svg:1 Give <svg> its size'],
  ['no namespace', svg(' xmlns="http://www.w3.org/2000/svg"', ''), 'figures/hus.svg:1 Give <svg> xmlns'],
  ['30 kB', svg('M1 1h2', 'M1 1h2'.repeat(6_000)), 'figures/hus.svg:1 The figure has'],
  ['no alt text', inLesson('![Et hus i gennemsnit]', '![]'), `lessons/a.md:${line('figures/hus')} Say in a few words`],
  ['no caption', inLesson(' "Huset."', ''), `lessons/a.md:${line('figures/hus')} Give figures/hus.svg a caption`],
  [
    'no description',
    inLesson('```description', '```x'),
    `lessons/a.md:${line('figures/hus')} Describe figures/hus.svg`,
  ],
  ['no file', { 'figures/hus.svg': undefined }, `lessons/a.md:${line('figures/hus')} There is no figures/hus.svg`],
  ['no text', { 'figures/andet.svg': figure }, 'figures/andet.svg:1 No text shows this file.'],
  ['a place in a sentence', inLesson(picture, `Se ${picture}`), 'A figure stands on a line of its own'],
])('a figure with %s is refused', (_, changed, said) =>
  expect(faultsOf(changed as Partial<Record<string, string>>).join('\n')).toContain(said),
);

test.each([
  ['no hint', check.filter((each) => !each.startsWith('hint')), 'Give mangler a hint'],
  ['two right options', check.map((each) => each.replace('kode, f', 'kode, correct: true, f')), 'exactly one correct'],
  ['an unknown fact', [...check, 'facts: [m9-f01]'], 'There is no fact "m9-f01"'],
  ['an unknown word', [...check, 'points: 3'], '"points" is not a word'],
  ['the id of another', ['id: svar', ...check.slice(1)], 'The id svar is also in'],
  ['the id of a question', ['id: q1', ...check.slice(1)], 'Question q1 is also in'],
])('a check with %s is refused at its line', (_, lines, said) => {
  const faults = faultsOf(inLesson(fence('check', ...check), fence('check', ...lines)));
  expect(faults.join('\n')).toContain(said);
  expect(faults.every((each) => Number(/:(\d+) /.exec(each)![1]) > line('```check'))).toBe(true);
});

test.each([
  ['an unknown block', inLesson('```reveal', '```quiz'), '"quiz" is none'],
  ['a block in a list', inLesson('```reveal\nid: svar', '- x\n\n  ```reveal\n  id: svar'), 'not into a list'],
  [
    'a description without a figure',
    inLesson('```checklist', '```description\nx\n```\n\n```checklist'),
    'directly below',
  ],
  ['a dialogue that is not there', inLesson('file: karen', 'file: poul'), 'There is no dialogues/poul.yaml'],
  ['a film that is text', { 'films/ella.mp4': film.replace('66747970', '00000000') }, 'This is no mp4 film'],
  ['a film without captions', inLesson(/captions:.*\n/, ''), '"captions" is missing'],
  ['captions that are none', { 'films/ella.da.vtt': 'Hej' }, 'Captions begin with the line WEBVTT'],
  ['a film that nobody wrote down', { 'films/ella.md': '' }, 'Write what is said'],
])('%s is refused', (_, changed, said) => expect(faultsOf(changed).join('\n')).toContain(said));

test.each([
  ['a dead end', 'end: { title: Du gjorde det, text: Billedet er sendt af dig. }', '', '16 The dialogue stops at "y"'],
  ['a node nobody reaches', 'next: y', 'next: z', '16 No reply leads to "y"'],
  ['a reply that leads nowhere', 'next: y', 'next: q', '12 There is no node "q"'],
  ['a reply without a consequence', 'consequence: "Karen ser væk.", ', '', '"consequence" is missing'],
  ['a way back', 'next: y', 'next: a', '12 This leads back to "a"'],
  ['somebody unknown', 'who: karen, text: "Så', 'who: poul, text: "Så', '17 There is no "poul" under people'],
  ['two replies of one id', 'id: tag', 'id: spoerg', '12 The reply "spoerg" is also at "a"'],
  ['no start', 'start: a', 'start: q', '5 There is no node "q"'],
  ['another name', 'dialogue: karen', 'dialogue: poul', '1 The dialogue calls itself "poul"'],
])('a dialogue with %s is refused with its line', (_, from, to, said) =>
  expect(faultsOf({ 'dialogues/karen.yaml': dialogue.replace(from, to) }).join('\n')).toContain(said),
);
