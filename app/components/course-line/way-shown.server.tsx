import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import type { Language } from '#app/words/make-words.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { CourseWay } from './course-way.tsx';
import { planPath } from './plan-path.ts';
import { type Words, wayItems } from './way-items.ts';

const known = new WeakMap<CourseView['steps'], Map<string, string>>();

/**
 * Renders the way of a course as HTML. The result for the same steps is the same until the day changes, so it is
 * cached: rendering it and sending its data took a fifth of a page's CPU.
 */
export function wayShown(words: Words, language: Language, course: CourseView): string {
  const { enrolmentId, state, days, steps, ownTime } = course;
  const ways = known.get(steps) ?? new Map<string, string>();
  const name = JSON.stringify([language, enrolmentId, state, days, ownTime]);
  const way = ways.get(name) ?? drawn(words, language, course);
  ways.set(name, way);
  known.set(steps, ways);
  return way;
}

function drawn(words: Words, language: Language, course: CourseView): string {
  const statusOf = new Map(course.steps.map(({ id, status }) => [id, status]));
  const names = new Map(course.steps.map(({ id, title }) => [id, title[language]]));
  names.set('certificate', words.t(course.months === null ? 'path.end-attended' : 'path.end'));
  return renderToString(
    <I18nextProvider i18n={wordsIn(language)}>
      <CourseWay
        plan={planPath(course.line, statusOf, ['certified', 'attended'].includes(course.state))}
        names={names}
        items={wayItems(words, language, course)}
      />
    </I18nextProvider>,
  );
}
