import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, addMonths, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { offeredOn } from '#curriculum/guidance/parse-topics.ts';
import { mostDaysBack } from '#curriculum/guidance/read-note.ts';
import { countGuidanceAt, listGuidanceMonthsOf } from '#db/queries/guidance.ts';
import { findPersonAt } from '#db/queries/person.ts';
import { type OwnNote, ownNotes } from './own-notes.server.ts';

export type GuidanceSeen = {
  library: string | null;
  today: string;
  earliest: string;
  topics: { key: string; title: string }[];
  /** Every topic there ever was, for the filter. */
  allTopics: { key: string; title: string }[];
  /** Sessions that anybody at the library logged this month. */
  thisMonth: number;
  /** The viewer's own sessions of this month. */
  own: { sessions: number; completed: number; rightsMissing: number; byTopic: { title: string; count: number }[] };
  months: string[];
  month: string;
  topic: string;
  recent: OwnNote[];
};

/** What somebody who guides sees: the form, the own month and the own notes of a month, of one topic where asked. */
export async function seeGuidance(
  world: World,
  viewer: Viewer,
  asked: { month?: string; topic?: string } = {},
): Promise<GuidanceSeen> {
  const today = dayOf(world.now());
  const thisMonth = today.slice(0, 7);
  const [person, noted, current] = await Promise.all([
    findPersonAt(world.db, viewer.personId, today),
    listGuidanceMonthsOf(world.db, viewer.personId),
    ownNotes(world, viewer, daysOf(thisMonth)),
  ]);
  const months = [...new Set([thisMonth, ...noted])];
  const topic = world.topics.topics.find(({ key }) => key === asked.topic)?.key ?? '';
  // Without a wish the latest notes stand there, also on the first of a month.
  const month = months.includes(asked.month ?? '')
    ? asked.month!
    : current.length > 0
      ? thisMonth
      : (noted[0] ?? thisMonth);
  const shown = month === thisMonth ? current : await ownNotes(world, viewer, daysOf(month));
  const titled = ({ key, title }: { key: string; title: Record<'da' | 'en', string> }) => ({
    key,
    title: title[viewer.language],
  });
  return {
    library: person?.library_name ?? null,
    today,
    earliest: addDays(today, -mostDaysBack),
    topics: offeredOn(world.topics, today).map(titled),
    allTopics: world.topics.topics.map(titled),
    thisMonth: person?.library_number ? await countGuidanceAt(world.db, person.library_number, `${thisMonth}-01`) : 0,
    own: {
      sessions: current.length,
      completed: current.filter(({ outcome }) => outcome === 'completed').length,
      rightsMissing: current.filter(({ blocked }) => blocked === 'rights-missing').length,
      byTopic: [...new Set(current.map(({ title }) => title))]
        .map((title) => ({ title, count: current.filter((each) => each.title === title).length }))
        .sort((a, b) => b.count - a.count),
    },
    months,
    month,
    topic,
    recent: shown.filter((each) => topic === '' || each.topic === topic),
  };
}

const daysOf = (month: string) => ({ from: `${month}-01`, until: addDays(addMonths(`${month}-01`, 1), -1) });
