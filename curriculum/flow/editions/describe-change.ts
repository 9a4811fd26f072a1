import type { EditionChange } from './change-between.ts';
import type { Difference } from './step-changes.ts';

/** What changed between two editions, for the command line: the class, then one line for each step. */
export function describeChange({ change, differs, steps, words }: EditionChange): string[] {
  const ofCourse = differs.filter((each) => !each.startsWith('steps.'));
  return [
    ...ofCourse.map((each) => `  ${each} (material)`),
    ...words.map((each) => `  ${each}: other words (editorial)`),
    ...steps.map(
      ({ step, change: weight, differences, sameAs }) =>
        `  ${step}: ${[...(sameAs ? [`same as ${sameAs}`] : []), ...differences.map(inWords)].join('; ')} (${weight})`,
    ),
    ...(change === 'editorial' && steps.length + words.length === 0 ? ['  nothing that advisers meet'] : []),
  ];
}

const names: Record<Difference['what'], string> = {
  added: 'new step',
  removed: 'step is gone',
  kind: 'kind',
  draw: 'questions drawn',
  'pass-mark': 'pass mark',
  attempts: 'attempts',
  delay: 'waiting time',
  'time-limit': 'time limit',
  'opens-early': 'opens early',
  'due-before': 'due before',
  'extra-lessons': 'extra lessons',
  rubric: 'criteria',
  key: 'other key',
  'questions-added': 'new questions',
  'questions-removed': 'questions are gone',
  criteria: 'what criteria ask for',
  blind: 'graded without names',
  double: 'graded by two',
  title: 'title',
  minutes: 'minutes',
  goals: 'goals',
  'rubric-words': 'titles of criteria',
  words: 'other words',
};

const inWords = ({ what, from, to, of }: Difference): string =>
  [names[what], of?.join(', '), from !== undefined && `${from} -> ${to}`].filter(Boolean).join(' ');
