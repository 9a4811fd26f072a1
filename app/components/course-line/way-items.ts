import type { TFunction } from 'i18next';
import { refusalText } from '#app/components/base/refusal-text.ts';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import { formatInstant } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import type { FlowNode } from '#curriculum/flow/course.ts';
import { dayText } from './days-ahead.tsx';
import type { LineItem } from './step-line.tsx';

const waits = ['requested', 'waitlisted', 'enrolled', 'suspended'] as const;

/** The translators for the adviser's pages, for this line and for the shared words. */
export type Words = { t: TFunction<'adviser'>; way: TFunction<'way'>; common: TFunction<'common'> };

/** The whole course as a list of its steps, each with the text to show about it. */
export function wayItems({ t, way, common }: Words, language: Language, course: CourseView): LineItem[] {
  const steps = new Map(course.steps.map((step) => [step.id, step]));
  const titleOf = (id: string) => steps.get(id)?.title[language] ?? id;
  // `before` is the previous node on the line: a closed step opens after it, however far away it is.
  const items = (node: FlowNode, before?: FlowNode): LineItem[] => {
    if (node.is === 'step') {
      const extras = (node.whenFailed ?? []).map((id) => entryOf(id, extraText(steps.get(id)!, node.id)));
      return [entryOf(node.id, textOf(steps.get(node.id)!, before)), ...extras];
    }
    if (node.is === 'in-order') return node.of.flatMap((each, at) => items(each, node.of[at - 1] ?? before));
    const ids = stepIds(node);
    const all = ids.map((id) => steps.get(id)!.status);
    const met = node.of.filter((each) => stepIds(each).every((id) => steps.get(id)!.status === 'done')).length;
    const wanted = node.is === 'choose' ? node.n : node.of.length;
    const status = met >= wanted ? 'done' : all.every((each) => each === 'closed') ? 'closed' : 'open';
    const title =
      node.is === 'choose'
        ? t('path.choose', { n: node.n, of: node.of.length })
        : t('path.any-order', { of: node.of.length });
    return [
      {
        id: ids.join('-'),
        title,
        spoken: `${common('kind.choice')}, ${common(`status.${status}`)}`,
        text: t('path.branch', { met, wanted }),
        status,
        items: node.of.flatMap((each) => items(each, before)),
      },
    ];
  };
  // Every step has a page; that of a closed one says what to do first.
  const entryOf = (id: string, text: string): LineItem => {
    const step = steps.get(id)!;
    return {
      id,
      kind: step.kind,
      status: step.status,
      title: step.title[language],
      spoken: `${common(`kind.${step.kind}`)}, ${common(`status.${step.status}`)}`,
      href: `/enrolments/${course.enrolmentId}/steps/${id}`,
      text: [...whenOf(step), text].join('. '),
    };
  };
  /** An extra lesson says when it opens, why it is open, or why it is not needed. */
  const extraText = (step: CourseView['steps'][number], test: string) => {
    if (step.status === 'open' || step.status === 'now') return way('extra-open', { test: titleOf(test) });
    if (step.status === 'not-chosen') return way('extra-not-needed', { test: titleOf(test) });
    return textOf(step);
  };
  // Only the next course day. The page of the step lists them all.
  const whenOf = (step: CourseView['steps'][number]) =>
    step.status === 'done'
      ? []
      : course.days
          .filter((day) => day.step === step.id)
          .slice(0, 1)
          .map((day) => dayText(language, day));
  const textOf = (step: CourseView['steps'][number], before?: FlowNode) => {
    if (step.status === 'done' && step.doneAt) return t('path.done', { at: formatInstant(language, step.doneAt) });
    if (step.because?.reason === 'not-open' && before) return opensAfter(before);
    const waiting = step.because?.reason === 'enrolment' && waits.find((state) => state === course.state);
    if (waiting) return t(`path.opens-with.${waiting}`);
    if (step.because) return refusalText(common, language, step.because, titleOf);
    if (step.status === 'not-chosen') return way(step.kind === 'lesson' ? 'not-chosen' : 'not-chosen-shut');
    if (step.status === 'waiting') return t('path.with-leader');
    if (step.status === 'returned') return t('path.returned');
    if (step.attempts) {
      const usual = course.ownTime > 1 ? step.timeLimit : undefined;
      return [
        t('path.attempts', { used: step.attempts.used, of: step.attempts.of }),
        ...(usual ? [way('time.step', { own: usual * course.ownTime, usual })] : []),
      ].join('. ');
    }
    return step.minutes ? t('path.minutes', { minutes: step.minutes }) : common(`status.${step.status}`);
  };
  const opensAfter = (node: FlowNode): string => {
    switch (node.is) {
      case 'step':
        return t('path.opens-after', { step: titleOf(node.id) });
      case 'in-order':
        return opensAfter(node.of.at(-1)!);
      case 'choose':
        return t('path.opens-after-choice', { n: node.n, of: node.of.length });
      default:
        return t('path.opens-after-all', { of: node.of.length });
    }
  };
  const certified = course.state === 'certified' || course.state === 'attended';
  const end: LineItem = {
    id: 'certificate',
    kind: 'certificate',
    status: certified ? 'done' : 'closed',
    title: t(course.months === null ? 'path.end-attended' : 'path.end'),
    spoken: common(`status.${certified ? 'done' : 'closed'}`),
    text: t(`path.end-${endOf(course)}`),
  };
  return [...items(course.flow), end];
}

/** What happens to the certificate in this state of the course. */
function endOf({ state, over }: CourseView): 'issued' | 'withheld' | 'not' | 'when' {
  if (state === 'certified' || state === 'attended') return 'issued';
  if (state === 'withheld') return 'withheld';
  return over ? 'not' : 'when';
}

function stepIds(node: FlowNode): string[] {
  return node.is === 'step' ? [node.id] : node.of.flatMap(stepIds);
}
