import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import type { Language } from '#app/words/make-words.ts';
import type { StepStatus } from '#curriculum/flow/progress.ts';
import { dayText } from './days-ahead.tsx';
import type { NodeKind } from './node-shapes.ts';
import type { Words } from './way-items.ts';

/** A step that can be gone to now, with what to say about it. */
export type OpenStep = { id: string; kind: NodeKind; status: StepStatus; title: string; text: string; to: string };

/** What stands beside the next step: what to choose from, what else is open, and what somebody else has to do first. */
export function openLists({ t, way }: Words, language: Language, course: CourseView) {
  const { next, steps, enrolmentId, days } = course;
  const isOpen = ({ status }: CourseView['steps'][number]) =>
    status === 'open' || status === 'now' || status === 'returned';
  const shown = (step: CourseView['steps'][number]): OpenStep => ({
    id: step.id,
    kind: step.kind,
    status: step.status,
    title: step.title[language],
    text: textOf(step),
    to: `/enrolments/${enrolmentId}/steps/${step.id}`,
  });
  const textOf = ({ id, kind, status, minutes }: CourseView['steps'][number]): string => {
    if (status === 'waiting') return way('waiting-text');
    if (status === 'returned') return t('path.returned');
    const day = days.find(({ step }) => step === id);
    if (day) return dayText(language, day);
    return minutes ? way('minutes', { kind: way(`kind.${kind}`), minutes }) : way(`kind.${kind}`);
  };
  const choice = next?.choice && {
    n: next.choice.n,
    of: steps.filter((step) => next.choice!.of.includes(step.id) && isOpen(step)).map(shown),
  };
  const taken = new Set([next?.step, ...(choice?.of ?? []).map(({ id }) => id)]);
  const active = course.state === 'active';
  return {
    choice,
    also: active ? steps.filter((step) => isOpen(step) && !taken.has(step.id)).map(shown) : [],
    waiting: active ? steps.filter(({ status }) => status === 'waiting').map(shown) : [],
  };
}
