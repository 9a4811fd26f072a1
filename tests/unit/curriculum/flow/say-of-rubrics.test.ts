import { describe, expect, test } from 'vitest';
import { changeBetween } from '#curriculum/flow/editions/change-between.ts';
import { editionOn } from '#curriculum/flow/editions/edition-at.ts';
import { planMigration } from '#curriculum/flow/editions/migration.ts';
import type { FlowEvent } from '#curriculum/flow/flow-event.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';
import { gradedCourse, gradedFiles, levelled, parseGraded, plain } from '../../../graded-course.ts';

const problemsIn = (rubric: string) => {
  const parsed = parseGraded(gradedFiles(rubric));
  return parsed.ok
    ? []
    : parsed.problems.map(({ file, line, message }) => `${file.split('/').at(-1)}:${line} ${message}`);
};

describe('a rubric with levels', () => {
  test('is read without a fault, and its levels need no words in the task', () =>
    expect(problemsIn(levelled)).toEqual([]));

  test.each<[string, string, string, string]>([
    [
      'one level',
      levelled.replace(/( {10}- .*Det meste.*\n)|( {10}- .*Hele vejen.*\n)/g, '').replace('mustPass: paa-vej', ''),
      '',
      'List at least two levels, or none: then the criterion is met or not.',
    ],
    [
      'a level without a descriptor',
      ', descriptor: { da: "Hele vejen", en: "All the way" }',
      '',
      '"descriptor" is missing.',
    ],
    [
      'a level that is told in one language',
      '{ da: "Hele vejen", en: "All the way" }',
      '{ da: "Hele vejen" }',
      '"en" is missing.',
    ],
    [
      'points that do not rise',
      'points: 2, descriptor: { da: "Hele',
      'points: 1, descriptor: { da: "Hele',
      'Put the levels in order, the lowest first: this one earns 1, and the one before it 1.',
    ],
    [
      'half a point',
      'points: 1, descriptor: { da: "Det',
      'points: 0.5, descriptor: { da: "Det',
      'Write a whole number.',
    ],
    [
      'two levels of one name',
      '- { id: opfyldt, title: { da: "Opfyldt", en: "Met" }, points: 2, descriptor: { da: "Hele',
      '- { id: paa-vej, title: { da: "Opfyldt", en: "Met" }, points: 2, descriptor: { da: "Hele',
      'Level "paa-vej" is here twice.',
    ],
    ['two criteria of one name', '{ id: seddel,', '{ id: problem,', 'Criterion "problem" is here twice.'],
    [
      'a level to reach that is not there',
      'mustPass: paa-vej',
      'mustPass: halvvejs',
      'There is no level "halvvejs" here: name one of mangler, paa-vej, opfyldt.',
    ],
    [
      'a level to reach that everybody reaches',
      'mustPass: paa-vej',
      'mustPass: mangler',
      'Everybody reaches "mangler", the lowest level: name a higher one.',
    ],
    [
      'a level to reach where there are none',
      '{ id: seddel,',
      '{ id: seddel, mustPass: opfyldt,',
      'A criterion without levels must be met anyway: take "mustPass" out, or list levels.',
    ],
    [
      'points that nobody can get',
      'passMark: 3',
      'passMark: 5',
      'Nobody can get 5 points: the highest levels add up to 4.',
    ],
    [
      'a pass mark that is a share',
      'passMark: 3',
      'passMark: 0.8',
      'Write the points that are enough, as a whole number.',
    ],
    [
      'no pass mark and no level to reach',
      levelled.replace('    passMark: 3\n', '').replace('mustPass: paa-vej\n', '\n'),
      '',
      'Nothing says which levels are enough: write "passMark: <points>", or "mustPass: <level>" at a criterion.',
    ],
    [
      'a pass mark without levels',
      plain.replace('    rubric', '    passMark: 3\n    rubric'),
      '',
      'Points come from levels: give a criterion "levels", or take "passMark" out: every criterion must be met.',
    ],
    [
      'a pass mark that everybody gets',
      levelled
        .replaceAll('points: 0', 'points: 1')
        .replaceAll('points: 1, descriptor: { da: "En borger u', 'points: 2, descriptor: { da: "En borger u')
        .replaceAll('points: 2, descriptor: { da: "En borger, j', 'points: 3, descriptor: { da: "En borger, j')
        .replaceAll('points: 1, descriptor: { da: "Det', 'points: 2, descriptor: { da: "Det')
        .replaceAll('points: 2, descriptor: { da: "Hele', 'points: 3, descriptor: { da: "Hele')
        .replace('passMark: 3', 'passMark: 2'),
      '',
      'Everybody gets 2 points: the lowest levels add up to 2.',
    ],
  ])('is refused with %s', (_, from, to, message) => {
    const changed = from.includes('\n') ? from : levelled.replace(from, to);
    expect(changed).not.toBe(levelled);
    const found = problemsIn(changed);
    expect(found).toEqual([expect.stringMatching(/^course\.yaml:\d+ /)]);
    expect(found[0]).toContain(message.trim());
  });

  test('says the line of what is wrong', () => {
    const changed = levelled.replace('mustPass: paa-vej', 'mustPass: halvvejs');
    const line =
      gradedFiles(changed)
        .get('course.yaml')!
        .split('\n')
        .findIndex((each) => each.includes('halvvejs')) + 1;
    expect(problemsIn(changed)[0]).toMatch(new RegExp(`^course.yaml:${line} `));
  });

  test('has the chart of a practical without levels', () => {
    const [with_, without] = [gradedCourse(levelled), gradedCourse(plain)].map(({ course }) => proveCourse(course));
    expect(with_).toEqual(without);
    expect(with_!.ok).toBe(true);
  });
});

describe('between two editions', () => {
  const was = gradedCourse(levelled, '2026.1').course;
  const becomes = (rubric: string) => changeBetween(was, gradedCourse(rubric, '2026.2').course);

  test.each<[string, string, string, object[]]>([
    [
      'the points of a level',
      'points: 2, descriptor: { da: "Hele',
      'points: 3, descriptor: { da: "Hele',
      [{ what: 'criteria', of: ['musen'] }],
    ],
    ['the level that must be reached', 'mustPass: paa-vej', 'mustPass: opfyldt', [{ what: 'criteria', of: ['musen'] }]],
    ['the pass mark', 'passMark: 3', 'passMark: 4', [{ what: 'pass-mark', from: '3', to: '4' }]],
  ])('%s is material', (_, from, to, differences) =>
    expect(becomes(levelled.replace(from, to))).toMatchObject({
      change: 'material',
      steps: [{ step: 'oplaeg', differences }],
    }),
  );
  test('that a criterion has levels is material', () => {
    const change = changeBetween(gradedCourse(plain, '2026.1').course, gradedCourse(levelled, '2026.2').course);
    expect(change.change).toBe('material');
  });
  test('the words of a level are editorial', () =>
    expect(becomes(levelled.replace('"Hele vejen"', '"Fra først til sidst"'))).toMatchObject({
      change: 'editorial',
      steps: [{ differences: [{ what: 'rubric-words' }] }],
    }));

  test('a step is not kept when it asks for other levels, and is when only its words differ', () => {
    const at = '2026-11-24T09:00:00.000Z';
    const events: FlowEvent[] = [
      { at, type: 'approved' },
      { at, type: 'started' },
      { at, type: 'handed-in', step: 'oplaeg' },
      { at, type: 'claimed', step: 'oplaeg', assessor: 'karla', conflict: 'none' },
      { at, type: 'returned', step: 'oplaeg', feedback: 'Prøv igen.' },
    ];
    const to = (rubric: string) => planMigration(was, gradedCourse(rubric, '2026.2').course, events, at);
    expect(to(levelled.replace('mustPass: paa-vej', 'mustPass: opfyldt'))).toMatchObject({
      change: 'material',
      lost: ['oplaeg'],
    });
    expect(to(levelled.replace('"Hele vejen"', '"Fra først til sidst"'))).toMatchObject({ change: 'editorial' });
  });

  test('a decision belongs to the edition it was made on', () => {
    const move = (at: string, from: string, edition: string) =>
      ({ at, type: 'migrated', from, edition, life: 'active', kept: {} }) as const;
    const moves = [move('2026-02-01', '2026.1', '2026.2'), move('2026-03-01', '2026.2', '2026.3')];
    expect(['2026-01-15', '2026-02-15', '2026-03-15'].map((at) => editionOn(moves, at))).toEqual([
      '2026.1',
      '2026.2',
      undefined,
    ]);
  });
});
