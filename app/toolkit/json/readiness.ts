import type { AskPreview } from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';
import type { ForecastOfTheCountry } from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import type { CountryMonday } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import type { OverrideView } from '#app/use-cases/readiness/overrides/see-overrides.server.ts';
import type { PolicyComparison, previewPolicy } from '#app/use-cases/readiness/policy/preview-policy.server.ts';
import type { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import type { Place } from '#app/use-cases/readiness/questions/answers.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import type { Forecast } from '#curriculum/readiness/forecast/forecast-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import { type Outcome, problemOf } from './shared.ts';

type Asked = Outcome & { preview?: AskPreview; issues?: Issues };

type Issues = readonly { field: string; problem: string }[];

type Gate = { key: string; value: string; reason: string };

/** What the verbs of readiness print with `--json`: verdicts, questions, forecast, policy and papers. */
export const readinessJson = {
  'readiness shortage|expiring|knowledge|invitations|compare': (answer: Awaited<ReturnType<typeof answerQuestion>>) =>
    questionOf(answer),
  'readiness report': (readiness: Readiness, knownOn?: string) => {
    const { asOf, policyVersion, municipalities } = readinessReport(readiness);
    return {
      asOf,
      knownOn,
      policyVersion,
      municipalities: municipalities.map((row) => ({
        code: row.code,
        name: row.name,
        pilot: row.pilot,
        verdict: row.verdict,
        people: row.people,
        papers: row.papers,
        stage: row.stage,
        mapClass: row.mapClass,
        score: row.score,
        scoreParts: row.scoreParts.map(({ key, points, max }) => ({ key, points, max })),
        gates: row.gates.map(gateOf),
        // Of a coming day the papers above are those of today; these hold until then.
        strict: row.strict && { verdict: row.strict.verdict, gates: row.strict.gates.map(gateOf) },
        // The staffing gate says whether the staffing is unknown, so there is no `missing`.
        staffing: {
          required: row.staffing.required,
          certified: row.staffing.certified,
          countedForGate: row.staffing.countedForGate,
        },
      })),
    };
  },
  'readiness forecast': (asOf: string, answer: ForecastOfTheCountry) => ({
    asOf,
    question: 1,
    rows: answer.ok
      ? answer.rows.map((row) => ({
          code: row.code,
          name: row.name,
          serviceId: row.serviceId,
          chance: row.chance,
          chanceBy: row.chanceBy,
          required: row.required,
          counted: row.counted,
          onTheWay: row.onTheWay,
          completions: row.completions,
          rests: row.rests,
          papers: row.papers,
        }))
      : [],
    totals: answer.ok
      ? { ...foretoldOf(answer.base), whatIf: answer.changed ? foretoldOf(answer.changed) : undefined }
      : { refused: answer.reason, completions: answer.reason === 'too-few' ? answer.completions : undefined },
  }),
  'readiness monday': (monday: CountryMonday) => {
    const { answers, changes, forecast, parts, set } = monday;
    return {
      ...{ asOf: monday.today, day: monday.day, dayIs: monday.from, target: set?.target ?? null },
      totals: {
        ...{ municipalities: monday.of, ready: parts.ready, readyToday: monday.readyToday },
        ...{ papersNotMet: parts['papers-no'], papersUnknown: parts['papers-unknown'] },
        ...{ peopleUnderWay: parts['people-under-way'], peopleNotBegun: parts['people-not-begun'] },
        peopleUnknown: parts['people-unknown'],
      },
      rows: monday.urgent.map((each) => ({
        ...{ kind: each.kind, by: each.by, effect: each.effect, places: each.places.map(({ name }) => name) },
        ...(each.kind === 'fill-hold' && { hold: each.hold, free: each.free, missing: each.missing }),
        ...(each.kind === 'sign-wave' && { wave: each.wave, missing: each.missing }),
        ...('ends' in each && { ends: each.ends }),
      })),
      changes: {
        since: monday.since,
        ...{ up: changes.totals.up, down: changes.totals.down, aside: changes.totals.aside, same: changes.totals.same },
        rows: changes.rows.map(({ code, name, from, to, direction }) => ({ code, name, from, to, direction })),
      },
      trend: (monday.trend ?? []).map(({ day, ready }) => ({ day, ready })),
      forecast: forecast
        ? {
            ...{ by: forecast.by, target: forecast.target, chance: forecast.chance },
            people: { low: forecast.people.low, middle: forecast.people.middle, high: forecast.people.high },
            dates: forecast.dates.map(({ day, low, middle, high }) => ({ day, low, middle, high })),
          }
        : null,
      overrides: monday.overrides.map(({ serviceId, service, decidedBy, reason, lastDay }) => ({
        ...{ serviceId, service, decidedBy, reason, lastDay },
      })),
      questions: {
        shortage: { missing: answers.missing, training: answers.training, free: answers.free },
        expiring: {
          ...{ certificates: answers.certificates, services: answers.expiringServices, until: answers.expiringUntil },
        },
        knowledge: { old: answers.old, missing: answers.neverSeen, services: answers.knowledgeServices },
        invitations: { unanswered: answers.unanswered },
        obligations: answers.obligation && { title: answers.obligation.title.da, day: answers.obligation.day },
        distance: answers.guidance && {
          farPercent: answers.guidance.farPercent,
          ...{ points: answers.guidance.points, pointsWithout: answers.guidance.pointsWithout },
        },
        reach: answers.guidance && {
          per1000Inhabitants: answers.guidance.perInhabitants.per1000,
          per1000Firms: answers.guidance.perFirms.per1000,
          channel: answers.guidance.channel,
        },
        trouble: answers.guidance?.trouble
          ? {
              solution: answers.guidance.trouble.solution,
              ...{ count: answers.guidance.trouble.count, of: answers.guidance.trouble.of },
            }
          : null,
      },
    };
  },
  'readiness policy': (outcome: Awaited<ReturnType<typeof previewPolicy>>) =>
    outcome.ok
      ? {
          ...{ ok: true, version: outcome.version, from: outcome.from },
          ...{ today: comparisonOf(outcome.today), onDay: comparisonOf(outcome.onDay) },
        }
      : {
          ...{ ok: false, reason: outcome.reason },
          problems: outcome.reason === 'not-a-policy' ? outcome.problems.map(problemOf) : undefined,
        },
  'readiness ask': (dryRun: boolean, { ok, reason, preview, issues }: Asked) => ({
    dryRun,
    ok,
    reason,
    letters: preview?.letters.map(({ name, service, gates }) => ({ name, service, gates: [...gates] })),
    askedLately: preview?.askedLately.map(({ service, gate, askedOn }) => ({ service, gate, askedOn })),
    withoutContact: preview && [...preview.withoutContact],
    issues: issues?.map(({ field, problem }) => ({ field, problem })),
  }),
  'readiness override list': (asOf: string, overrides: readonly OverrideView[]) => ({
    asOf,
    overrides: overrides.map((each) => ({
      id: each.id,
      serviceId: each.serviceId,
      name: each.service,
      codes: [...each.codes],
      standing: each.standing,
      reason: each.reason,
      decidedBy: each.decidedBy,
      from: each.from,
      lastDay: each.lastDay,
      withdrawnOn: each.withdrawnOn,
      withdrawnWhy: each.withdrawnWhy,
    })),
  }),
  'readiness override give|withdraw': ({ ok, id, reason, issues }: Outcome & { id?: string; issues?: Issues }) => ({
    ok,
    id,
    reason,
    issues: issues?.map(({ field, problem }) => ({ field, problem })),
  }),
};

const foretoldOf = ({ by, target, seed, draws, newCertificates, assumptions, ...dated }: Forecast) => ({
  by,
  target,
  seed,
  draws,
  chance: dated.reached.at(-1)!,
  newCertificates: Math.round(newCertificates * 100) / 100,
  dates: dated.dates.map((day, at) => ({
    day,
    low: dated.people[at]!.low,
    lower: dated.people[at]!.lower,
    middle: dated.people[at]!.middle,
    upper: dated.people[at]!.upper,
    high: dated.people[at]!.high,
    withPapersAsToday: dated.ready[at]!.middle,
    nothingNew: dated.nothingNew[at]!,
    chance: dated.reached[at]!,
  })),
  assumptions: {
    completions: assumptions.completions,
    meanDays: assumptions.meanDays,
    through: assumptions.through,
    renewals: {
      ended: assumptions.renewals.ended,
      renewed: assumptions.renewals.renewed,
      chance: assumptions.renewals.chance,
    },
    turnover: { left: assumptions.turnover.left, inMonth: assumptions.turnover.inMonth },
    onTheWay: assumptions.onTheWay,
    withoutCourseDay: assumptions.withoutCourseDay,
    courseDays: assumptions.courseDays,
  },
});

const comparisonOf = ({ day, current, candidate, services, gates, totals }: PolicyComparison) => ({
  ...{ day, current, candidate },
  services: services.map((service) => ({
    ...{ serviceId: service.serviceId, name: service.name, codes: [...service.codes] },
    ...{ from: service.from, to: service.to, direction: service.direction },
    gates: service.gates.map(({ key, from, to, before, after }) => ({
      ...{ key, from, to },
      ...{ before: reasonText(before, 'da'), after: reasonText(after, 'da') },
    })),
  })),
  gates: gates.map(({ key, lost, won }) => ({ key, lost, won })),
  totals: { down: totals.down, up: totals.up, aside: totals.aside, same: totals.same },
});

const gateOf = ({ key, value, reason }: Gate): Gate => ({ key, value, reason });

/** Each answer by its own fields. A figure that nobody knows is null. */
function questionOf(answer: Awaited<ReturnType<typeof answerQuestion>>) {
  const { asOf, question } = answer;
  switch (answer.verb) {
    case 'shortage': {
      const { missing, short, unknown, training, free, holds } = answer.totals;
      return {
        asOf,
        question,
        rows: answer.rows.map((row) => ({
          ...placeOf(row),
          required: row.required,
          counted: row.missing === null ? null : row.counted,
          missing: row.missing,
          training: row.training,
        })),
        totals: {
          missing,
          short,
          unknown,
          training,
          free,
          holds: holds.map(({ hold, startsOn, endsOn, seats, free: left }) => ({
            hold,
            startsOn,
            endsOn,
            seats,
            free: left,
          })),
        },
      };
    }
    case 'expiring': {
      const { certificates, papers, services } = answer.totals;
      return {
        asOf,
        question,
        rows: answer.rows.map((row) => ({ ...placeOf(row), lastDay: row.lastDay, people: row.people, gate: row.gate })),
        totals: { from: answer.from, until: answer.until, certificates, papers, services },
      };
    }
    case 'knowledge': {
      const { old, missing, services, gates } = answer.totals;
      return {
        asOf,
        question,
        rows: answer.rows.map((row) => ({ ...placeOf(row), gate: row.gate, state: row.state, since: row.since })),
        totals: {
          old,
          missing,
          services,
          gates: gates.map((each) => ({
            gate: each.gate,
            known: each.known,
            old: each.old,
            missing: each.missing,
          })),
        },
      };
    }
    case 'invitations': {
      const { unanswered, answered, notInvited, no, later } = answer.totals;
      return {
        asOf,
        question,
        rows: answer.rows.map((row) => ({
          ...placeOf(row),
          stage: row.stage,
          invitedOn: row.invitedOn,
          days: row.days,
        })),
        totals: { unanswered, answered, notInvited, no, later },
      };
    }
    case 'compare': {
      const { up, down, aside, same } = answer.totals;
      return {
        asOf,
        question,
        rows: answer.rows.map(({ code, name, from, to, direction, gates }) => ({
          code,
          name,
          from,
          to,
          direction,
          gates: gates.map(({ key, from: was, to: is }) => ({ key, from: was, to: is })),
        })),
        totals: { since: answer.since, up, down, aside, same },
      };
    }
  }
}

const placeOf = ({ codes, name }: Place) => ({ codes: [...codes], name });
