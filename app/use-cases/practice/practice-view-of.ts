import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { minutesOf, sessionOf } from '#curriculum/practice/queue.ts';
import { missedIn, type Strength, strengthOf } from '#curriculum/practice/strength.ts';
import { type PracticeWeek, weeksOf } from '#curriculum/practice/weeks.ts';
import type { Practice, PractisedGoal } from './find-practice.server.ts';
import type { Reminder } from './set-practice.server.ts';

type Words = { da: string; en: string };
export type GoalView = {
  key: string;
  title: Words;
  strength: Strength;
  /** How many of its questions were asked, of how many, and how many were missed last. */
  asked: number;
  of: number;
  missed: number;
  lastOn: string | null;
  nextOn: string | null;
  /** The step that opens its questions, while none is open. */
  opensWith?: { title: Words; kind: string; to: string };
};
export type ChangedFact = { id: string; before: Words | null; now: Words; source: string };
export type PracticeView = {
  today: string;
  state: 'off' | 'on' | 'stopped';
  remind: Reminder;
  /** What is asked in the next session, why, and for how many minutes. */
  session: { questions: number; minutes: number; changed: number; missed: number; due: number; fresh: number };
  /** How many questions wait in all, and how many were answered today. */
  waiting: number;
  doneToday: number;
  /** True if any question is open at all. */
  hasQuestions: boolean;
  weeks: PracticeWeek[];
  goals: GoalView[];
  changes: { title: Words; from: string; facts: ChangedFact[] }[];
  /** How many questions come on each of the next days; the first is today, with all that is due. */
  ahead: { day: string; questions: number }[];
  laterThanShown: number;
};

const daysAhead = 9;

/** How far somebody is with practice, as the page and the command line show it. */
export function practiceViewOf(practice: Practice): PracticeView {
  const { setting, today, queue, questions } = practice;
  const session = sessionOf(queue);
  const of = (why: string) => session.filter((each) => each.why === why).length;
  const isOn = setting !== undefined && setting.stopped_at === null;
  const dueOn = questions.flatMap(({ card }) => (card && card.dueOn > today ? [card.dueOn] : []));
  const days = Array.from({ length: daysAhead }, (_, at) => addDays(today, at));
  return {
    today,
    state: isOn ? 'on' : setting ? 'stopped' : 'off',
    remind: isOn ? setting.remind : 'never',
    session: {
      questions: session.length,
      minutes: minutesOf(session),
      changed: of('changed'),
      missed: of('missed'),
      due: of('due'),
      fresh: of('new'),
    },
    waiting: queue.length,
    doneToday: practice.doneToday,
    hasQuestions: questions.length > 0,
    weeks: setting
      ? weeksOf(
          practice.days.map(({ day }) => day),
          setting.since,
          today,
        )
      : [],
    goals: practice.goals.map((goal) => goalView(goal, today)),
    changes: practice.changes.map(({ edition, from, facts }) => ({
      title: edition.course.title,
      from: from.course.edition,
      facts: facts.map((id) => {
        const fact = edition.facts.get(id)!;
        const before = from.facts.get(id);
        return {
          id,
          before: before ? { da: before.da, en: before.en } : null,
          now: { da: fact.da, en: fact.en },
          source: fact.source,
        };
      }),
    })),
    ahead: days.map((day) => ({
      day,
      questions: day === today ? queue.length : dueOn.filter((due) => due === day).length,
    })),
    laterThanShown: dueOn.filter((due) => due > days.at(-1)!).length,
  };
}

function goalView({ key, goal, edition, enrolmentId, cards }: PractisedGoal, today: string): GoalView {
  const days = cards.map(({ dueOn }) => (dueOn < today ? today : dueOn)).sort();
  const step = edition.course.steps.find(({ id }) => id === goal.opensWith);
  return {
    key,
    title: goal.title,
    strength: strengthOf(cards),
    asked: cards.length,
    of: goal.questions.length,
    missed: missedIn(cards),
    lastOn:
      cards
        .map(({ lastOn }) => lastOn)
        .sort()
        .at(-1) ?? null,
    nextOn: days[0] ?? null,
    ...(step && {
      opensWith: { title: step.title, kind: step.kind, to: `/enrolments/${enrolmentId}/steps/${step.id}` },
    }),
  };
}
