import { type Markup, markupOf } from '#app/components/base/markup.tsx';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import type { Language } from '#app/words/make-words.ts';
import { type OpenStep, openLists } from './open-lists.ts';
import type { Words } from './way-items.ts';
import { wayShown } from './way-shown.server.tsx';

/** The data that the page of the viewer's own course shows, in one language and without any unused field. */
export type CourseShown = Pick<
  CourseView,
  | 'enrolmentId'
  | 'edition'
  | 'state'
  | 'months'
  | 'done'
  | 'needed'
  | 'next'
  | 'renews'
  | 'mayLeave'
  | 'days'
  | 'moved'
  | 'ownTime'
> & {
  title: string;
  finishBy?: string | undefined;
  because?: string | undefined;
  /**
   * The step that the next action is about. If there is no next action, the step that is being assessed or was failed.
   */
  about?: { id: string; title: string; state: string; status: string; minutes?: number | undefined } | undefined;
  /** What the adviser is asked to choose from, instead of a next step. */
  choice?: { n: number; of: OpenStep[] } | undefined;
  /** What else is open now, and what waits for others. */
  also: OpenStep[];
  waiting: OpenStep[];
  way: Markup;
};

export function courseShown(
  words: Words,
  { language, inDocument }: { language: Language; inDocument: boolean },
  course: CourseView,
): CourseShown {
  const { enrolmentId, title, edition, state, months, done, needed, next, renews, mayLeave } = course;
  const { finishBy, because, steps, days, moved, ownTime } = course;
  const about = steps.find((step) =>
    next ? step.id === next.step : state === 'failed' ? step.state === 'exhausted' : step.status === 'waiting',
  );
  return {
    enrolmentId,
    title: title[language],
    edition,
    state,
    months,
    done,
    needed,
    next,
    renews,
    mayLeave,
    finishBy,
    moved,
    ownTime,
    days,
    because,
    about: about && {
      id: about.id,
      title: about.title[language],
      state: about.state,
      status: about.status,
      minutes: about.minutes,
    },
    ...openLists(words, language, course),
    way: markupOf(wayShown(words, language, course), { inDocument }),
  };
}
