import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { isBlind, namelessFile, withoutNames } from '#curriculum/grading/blind.ts';
import { gradedCourse, gradedFiles, levelled, parseGraded } from '../../../graded-course.ts';

test('names are hidden until the decision, where the course says so', () => {
  expect(isBlind({ blind: true }, { decided_at: null })).toBe(true);
  expect(isBlind({ blind: true }, { decided_at: '2026-11-24T09:00:00.000Z' })).toBe(false);
  expect(isBlind({}, { decided_at: null })).toBe(false);
});

test.each([
  ['Kære Vera, det er godt.', 'Kære […], det er godt.'],
  ['VERAS seddel, og Eksempels', '[…] seddel, og […]'],
  ['Skriv til vera.eksempel@herning.example i dag', 'Skriv til […] i dag'],
  ['På Herning Bibliotek', 'På […] […]'],
  ['Veranda og eksempelvis er andre ord', 'Veranda og eksempelvis er andre ord'],
])('"%s" is told without names', (text, told) =>
  expect(withoutNames(text, ['Vera Eksempel', 'Herning Bibliotek'])).toBe(told),
);

test('no text tells a word of the name', () => {
  const letters = 'abcæøåé'.split('');
  const word = fc.array(fc.constantFrom(...letters), { minLength: 2, maxLength: 5 }).map((each) => each.join(''));
  const gap = fc.constantFrom(' ', ', ', '-', '.', '\n', '!');
  const texts = fc.array(fc.tuple(word, gap), { maxLength: 12 }).map((parts) => parts.flat().join(''));
  fc.assert(
    fc.property(texts, fc.array(word, { minLength: 1, maxLength: 3 }), (text, name) => {
      const told = withoutNames(text, [name.join(' '), null])
        .toLowerCase()
        .split(/[^\p{L}]+/u);
      expect(told.filter((each) => name.includes(each))).toEqual([]);
    }),
  );
});

test('a file keeps its ending alone', () => {
  expect(namelessFile('Vera Eksempel seddel.PDF', 0)).toBe('fil-1.pdf');
  expect(namelessFile('vera', 1)).toBe('fil-2');
});

test('hiding names is read, and is a material change; nothing else may stand there', () => {
  const blind = levelled.replace('    rubric', '    blind: true\n    rubric');
  const { course } = gradedCourse(blind, '2026.2');
  expect(changeBetween(gradedCourse(levelled).course, course)).toMatchObject({
    change: 'material',
    steps: [{ differences: [{ what: 'blind' }] }],
  });
  for (const [line, message] of [['blind: false', 'Write blind: true, or take the line out.']] as const) {
    const parsed = parseGraded(gradedFiles(levelled.replace('    rubric', `    ${line}\n    rubric`)));
    expect(parsed.ok ? [] : parsed.problems.map((each) => each.message)).toEqual([message]);
  }
});
