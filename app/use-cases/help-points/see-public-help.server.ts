import type { World } from '#app/platform/world.server.ts';
import type { Language } from '#app/words/make-words.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { HelpStanding } from '#curriculum/help-points/help-standing.ts';
import { plainText } from '#curriculum/plain-text.ts';
import { findPlaces } from './find-places.ts';
import { type HelpPlace, helpPlaces } from './help-places.server.ts';
import { helpTopicsOn } from './help-topics-on.ts';

export type PlaceShown = {
  name: string;
  service: string;
  standing: HelpStanding;
  said: {
    times: string;
    place: string;
    booking: string;
    phone: string;
    languages: string;
    access: string;
    topics: { topic: string; solution: string }[];
    toldBy: 'library' | 'agency';
    toldAt: string;
  } | null;
};

export type PublicHelp = {
  /** What somebody looked for, as typed. */
  asked: string;
  /** The place that was found; null if nobody asked, and if none or several were found. */
  place: PlaceShown | null;
  /** The names to choose between, if several were found. */
  several: string[];
  /** The municipalities that have help now. */
  now: { code: string; name: string; service: string; times: string }[];
  /** Those that open later, by the day. */
  later: { day: string; codes: string[]; names: string[] }[];
  /** Every municipality, for the field of the search. */
  names: string[];
  /** Who owns each solution, for whoever finds no help. */
  owners: { topic: string; owner: string }[];
};

/** Most letters that are looked for; nothing is called by more. */
const longestSearch = 80;

/** What everybody may see: where there is help now and from when, and one place if somebody looks for it. */
export async function seePublicHelp(
  world: World,
  { asked, language }: { asked: string; language: Language },
): Promise<PublicHelp> {
  const places = await helpPlaces(world);
  const topics = helpTopicsOn(world.topics, dayOf(world.now()));
  const typed = plainText(asked).slice(0, longestSearch).trim();
  const found = findPlaces(places, typed);
  const [only] = found;
  return {
    asked: typed,
    place: only && found.length === 1 ? shownOf(only, topics, language) : null,
    several: found.length > 1 ? found.map(({ name }) => name) : [],
    now: places.flatMap(({ code, name, service, point }) =>
      point ? [{ code, name, service, times: point.times }] : [],
    ),
    later: laterOf(places),
    names: places.map(({ name }) => name),
    owners: topics.map(({ solution, owner }) => ({ topic: solution[language], owner: owner[language] })),
  };
}

function shownOf(
  { name, service, standing, point }: HelpPlace,
  topics: ReturnType<typeof helpTopicsOn>,
  language: Language,
): PlaceShown {
  return {
    name,
    service,
    standing,
    said: point && {
      times: point.times,
      place: point.place,
      booking: point.booking,
      phone: point.phone,
      languages: point.languages,
      access: point.access,
      topics: topics
        .filter(({ key }) => point.topics.includes(key))
        .map(({ title, solution }) => ({ topic: title[language], solution: solution[language] })),
      toldBy: point.toldBy,
      toldAt: point.recordedAt,
    },
  };
}

function laterOf(places: readonly HelpPlace[]): PublicHelp['later'] {
  const days = new Map<string, { codes: string[]; names: string[] }>();
  for (const { code, name, standing } of places) {
    if (standing.is !== 'from') continue;
    const on = days.get(standing.day) ?? { codes: [], names: [] };
    days.set(standing.day, { codes: [...on.codes, code], names: [...on.names, name] });
  }
  return [...days].map(([day, on]) => ({ day, ...on })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
