import type { World } from '#app/platform/world.server.ts';
import { addMonths, dayOf, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import type { Course } from '#curriculum/flow/course.ts';
import { dayNumber } from '#curriculum/readiness/forecast/day-number.ts';
import type { ForecastFacts } from '#curriculum/readiness/forecast/forecast-facts.ts';
import { pathOf } from '#curriculum/readiness/forecast/stations-of.ts';
import { type Policy, versionOn } from '#curriculum/readiness/parse-policy.ts';
import { readinessOf, type ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { confidentialityTests, type PassedStep, staffingCourses } from '#curriculum/readiness/staffing-courses.ts';
import { listServiceAgreements } from '#db/queries/agreement.ts';
import { listEvidence } from '#db/queries/evidence.ts';
import {
  findTurnover,
  listCalendar,
  listForecastStaff,
  listRenewals,
  listUnfinished,
  listWaits,
} from '#db/queries/forecast.ts';
import { listMunicipalities } from '#db/queries/place.ts';

/** A library service and the municipalities it serves. */
export type Place = Pick<ServiceReadiness, 'serviceId' | 'municipalities'>;

/** Experience older than this many months no longer says how often people renew or leave. */
const remembered = 36;

/**
 * What a forecast rests on, as of today or of an earlier day: then with what was known at the end of that day and nothing
 * later. Without a permission check, like the readiness of the country.
 */
export async function forecastFacts(world: World, asOf: string): Promise<{ facts: ForecastFacts; places: Place[] }> {
  const knownOn = asOf < dayOf(world.now()) ? asOf : undefined;
  const rules = versionOn(world.policy, asOf);
  const courses = world.catalogue.editions.map(({ course }) => course);
  const certifying = courses.filter(({ id }) => rules.certifications.includes(id));
  const staffing = staffingCourses(rules, courses);
  const until = endOfDay(asOf);
  const asked = { day: asOf, until, known: knownOn && until };
  const since = addMonths(asOf, -remembered);
  const ofCourses = { ...asked, courses: rules.certifications, quizzes: quizzesOf(certifying) };
  // One after another: each takes seconds over a whole country, and together they would hold every thread of the database.
  const municipalities = await listMunicipalities(world.db, { day: asOf, known: asked.known });
  const evidence = await listEvidence(world.db, { day: asOf, known: asked.known });
  const agreements = await listServiceAgreements(world.db, { known: asked.known });
  const waits = await listWaits(world.db, ofCourses);
  const unfinished = await listUnfinished(world.db, ofCourses);
  const staff = await listForecastStaff(world.db, { ...asked, staffing, tests: confidentialityTests(rules, courses) });
  const renewals = await listRenewals(world.db, { ...asked, since, staffing });
  const turnover = await findTurnover(world.db, { ...asked, since });
  const calendar = await listCalendar(world.db, ofCourses);
  const places = placesOf(municipalities);
  const paths = certifying.map(pathOf);
  const learned = learnedFrom(waits, renewals, turnover);
  const { pipeline, dropped } = splitUnfinished(unfinished, paths, asOf);
  return {
    places,
    facts: {
      asOf,
      services: places.map(({ serviceId, municipalities: served }) => ({
        id: serviceId,
        population: served.reduce((sum, { population }) => sum + population, 0),
        municipalities: served.length,
        papers: arePapersMet(world.policy, asOf, { serviceId, municipalities: served }, { evidence, agreements }),
      })),
      paths,
      newest: paths.at(-1)?.id ?? '',
      staff: staff.map(({ blocks, ...person }) => ({ ...person, blocks: blocks === 1 })),
      pipeline,
      ...calendar,
      learned: { ...learned, dropped },
    },
  };
}

function placesOf(municipalities: Awaited<ReturnType<typeof listMunicipalities>>): Place[] {
  const places = new Map<string, Place>();
  for (const { serviceId, code, name, population, pilot } of municipalities) {
    const place = places.get(serviceId) ?? { serviceId, municipalities: [] };
    places.set(serviceId, place);
    place.municipalities.push({ code, name, population, pilot });
  }
  return [...places.values()];
}

/** Are the gates that rest on papers met? The rule is the one of the readiness; nothing about people is needed for it. */
function arePapersMet(
  policy: Policy,
  asOf: string,
  place: Place,
  {
    evidence,
    agreements,
  }: {
    evidence: Awaited<ReturnType<typeof listEvidence>>;
    agreements: Awaited<ReturnType<typeof listServiceAgreements>>;
  },
): boolean {
  const nobody = { anyAffiliation: false, guides: 0, guidesWithConfidentiality: 0, certified: 0, countedForGate: 0 };
  const nothing = { rollout: [], inTraining: false, onHold: 0, channels: 0, meetings: 0, override: null };
  const isHere = ({ serviceId }: { serviceId: string }) => serviceId === place.serviceId;
  return (
    readinessOf(policy, asOf, {
      ...{
        ...place,
        ...nobody,
        ...nothing,
        name: '',
        evidence: evidence.filter(isHere),
        agreements: agreements.filter(isHere),
      },
      ...{ guidancePoints: { total: 0, staffed: 0 }, guidance: { sessions: 0, resolved: 0 } },
    }).papers === 'opfyldt'
  );
}

const quizzesOf = (courses: readonly Course[]): PassedStep[] =>
  courses.flatMap(({ id, edition, steps }) =>
    steps.flatMap((step) =>
      step.kind === 'quiz' ? [{ course: id, edition, step: step.id, passMark: step.passMark }] : [],
    ),
  );

type Waits = Awaited<ReturnType<typeof listWaits>>;

function learnedFrom(
  waits: Waits,
  renewals: Awaited<ReturnType<typeof listRenewals>>,
  turnover: ForecastFacts['learned']['turnover'],
): Omit<ForecastFacts['learned'], 'dropped'> {
  const nation = new Map<string, ForecastFacts['learned']['waits'][number]>();
  const places = new Map<string, ForecastFacts['learned']['taken'][number]>();
  for (const { serviceId, step, days, people } of waits) {
    const all = nation.get(`${step} ${days}`) ?? { step, days, people: 0 };
    nation.set(`${step} ${days}`, { ...all, people: all.people + people });
    const here = places.get(`${serviceId} ${step}`) ?? { serviceId, step, people: 0, days: 0 };
    places.set(`${serviceId} ${step}`, { ...here, people: here.people + people, days: here.days + days * people });
  }
  const totals = new Map<string, ForecastFacts['learned']['completions'][number]>();
  for (const { serviceId, step, people, total } of waits) {
    if (step !== 'issue') continue;
    const here = totals.get(serviceId) ?? { serviceId, people: 0, days: 0 };
    totals.set(serviceId, { serviceId, people: here.people + people, days: here.days + total });
  }
  return {
    waits: [...nation.values()],
    taken: [...places.values()],
    completions: [...totals.values()],
    renewals: {
      ended: renewals.reduce((sum, { people }) => sum + people, 0),
      renewed: renewals.flatMap(({ daysBefore, people }) => (daysBefore === null ? [] : [{ daysBefore, people }])),
    },
    turnover,
  };
}

/** Those who are on their way, and those who gave up, failed or ran out of time. */
function splitUnfinished(
  unfinished: Awaited<ReturnType<typeof listUnfinished>>,
  paths: ForecastFacts['paths'],
  asOf: string,
): Pick<ForecastFacts, 'pipeline'> & Pick<ForecastFacts['learned'], 'dropped'> {
  const lengths = new Map(paths.map(({ id, stations }) => [id, stations.length]));
  const pipeline: ForecastFacts['pipeline'] = [];
  const dropped: ForecastFacts['learned']['dropped'] = [];
  for (const { personId, serviceId, holdId, course, edition, steps, since, finishBy, goneAt } of unfinished) {
    const path = `${course}/${edition}`;
    const length = lengths.get(path);
    // An edition whose files are gone tells nothing of the way.
    if (length === undefined) continue;
    const done = steps === '' ? [] : steps.split(',');
    const from = dayOf(since);
    if (goneAt !== null) {
      const days = Math.max(0, dayNumber(dayOf(goneAt)) - dayNumber(from));
      dropped.push({ serviceId, path, stations: Math.min(done.length, length - 1), days, people: 1 });
    } else if (finishBy >= asOf) pipeline.push({ personId, serviceId, path, holdId, done, since: from, finishBy });
  }
  return { pipeline, dropped };
}
