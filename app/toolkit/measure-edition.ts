import type { Guessed } from '#curriculum/content/measures/measure-bank.ts';
import {
  type EditionMeasures,
  type LessonMeasures,
  measureEdition,
} from '#curriculum/content/measures/measure-edition.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { editionNamed } from './edition-named.ts';
import { json } from './json.ts';

/** `curriculum measure` counts what an edition holds: its lessons one by one, and its questions. */
export function measureVerb(root: string, { args: [name], options: { language = 'da' } }: Input): Answer {
  if (!name) return wrongUsage('Which edition?');
  if (language !== 'da' && language !== 'en') return wrongUsage('--language is da or en.');
  const found = editionNamed(root, name);
  if (!found.ok) return found.answer;
  const measures = measureEdition(found.edition, language);
  return { exit: 0, text: textOf(name, measures), json: json['curriculum measure'](name, measures) };
}

function textOf(name: string, { lessons, bank }: EditionMeasures): string {
  const { single } = bank;
  const sum = (of: (lesson: LessonMeasures) => number) => lessons.reduce((total, lesson) => total + of(lesson), 0);
  const minutes = `${sum((lesson) => lesson.minutes.said ?? 0)} said, ${sum((lesson) => lesson.minutes.workedOut).toFixed(0)} worked out`;
  return [
    `${name}: ${lessons.length} lessons, ${sum(({ words }) => words)} words, minutes ${minutes}`,
    ...lessons.map((lesson) => `  ${lessonText(lesson)}`),
    `${bank.questions} questions`,
    ...(['kinds', 'levels', 'uses', 'goals'] as const).map((list) => {
      const counts = bank[list].map((each) => `${each.name} ${each.questions}`);
      return `  ${list}: ${counts.join(', ') || 'none'}`;
    }),
    `  single choice: ${single.questions}; the longest option is right in ${guessText(single.longest)}, the first in ${guessText(single.first)}`,
  ].join('\n');
}

function lessonText({ step, language, words, minutes, lix, figures, exercises, dialogues }: LessonMeasures): string {
  const spoken = dialogues.map((each) => `, dialogue ${each.name} of ${each.nodes} nodes with ${each.endings} endings`);
  const took = `minutes ${minutes.said ?? '–'} said, ${minutes.workedOut.toFixed(1)} worked out`;
  return `${step} (${language}): ${words} words, ${took}, LIX ${lix.toFixed(1)}, figures ${figures}, things to do ${exercises}${spoken.join('')}`;
}

const guessText = ({ right, chance }: Guessed) => `${right.toFixed(1)} (by chance ${chance.toFixed(1)})`;
