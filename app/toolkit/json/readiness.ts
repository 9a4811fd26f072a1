import type { GuidanceFigures, PlaceReach } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import type { HelpPlace } from '#app/use-cases/help-points/help-places.server.ts';
import type { ObligationsOn } from '#app/use-cases/obligations/obligations-on.server.ts';
import type { OpenDataFile } from '#app/use-cases/open-data/open-data-files.server.ts';
import type { AskPreview } from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';
import type { ForecastOfTheCountry } from '#app/use-cases/readiness/forecast/forecast-of-the-country.server.ts';
import type { CountryMonday } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import type { OverrideView } from '#app/use-cases/readiness/overrides/see-overrides.server.ts';
import type { PolicyComparison, previewPolicy } from '#app/use-cases/readiness/policy/preview-policy.server.ts';
import type { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import type { Place } from '#app/use-cases/readiness/questions/answers.ts';
import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import type { SnapshotHead } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import type { Recomputed } from '#app/use-cases/readiness/snapshots/recompute-snapshot.server.ts';
import type { Board, BoardService } from '#app/use-cases/rollout/board/rollout-board.server.ts';
import type { NotOpened } from '#app/use-cases/rollout/sign-off/open-wave.server.ts';
import type { SignOffView } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import type { wavesOn } from '#app/use-cases/rollout/waves/waves-on.server.ts';
import type { Denominator } from '#curriculum/guidance/per-thousand.ts';
import { troubles } from '#curriculum/guidance/trouble-of.ts';
import type { Forecast } from '#curriculum/readiness/forecast/forecast-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import type { ServiceDifferences, SnapshotRow } from '#curriculum/readiness/snapshot.ts';
import { rolloutSteps } from '#curriculum/rollout/rollout-event.ts';
import type { DecisionIssue } from '#curriculum/rollout/sign-off.ts';
import type { RolloutDate } from '#db/queries/rollout-date.ts';
import { type Outcome, problemOf } from './shared.ts';

type Asked = Outcome & { preview?: AskPreview; issues?: Issues };
type Issues = readonly { field: string; problem: string }[];
type SignedOff = Outcome & { id?: string; complete?: boolean; opened?: number; notOpened?: readonly NotOpened[] } & {
  issues?: readonly DecisionIssue[];
};
type Rechecked = Extract<Recomputed, { ok: true }>;
type Gate = { key: string; value: string; reason: string };
/** What the verbs of readiness print with `--json`. */
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
  /** A count that is null is hidden, because it is small or would tell one that is. */
  'readiness trouble': (
    { asOf, from, sessions, trouble }: GuidanceFigures,
    solutions: readonly { key: string; title: string; owner: string | undefined }[],
  ) => ({
    asOf,
    question: 9,
    rows: trouble.rows.map(({ key, counts, total }) => ({
      solution: key,
      title: solutions.find((each) => each.key === key)?.title,
      owner: solutions.find((each) => each.key === key)?.owner ?? null,
      total,
      blocked: blockedOf(counts),
    })),
    totals: { from, sessions, troubled: trouble.total, blocked: blockedOf(trouble.columns) },
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
  'readiness rollout-date': (asOf: string, set: RolloutDate | undefined, history: readonly RolloutDate[]) => ({
    asOf,
    set: set ? setDateOf(set) : null,
    history: history.map(setDateOf),
  }),
  'readiness rollout': ({ asOf, policyVersion, waves, others }: Board, knownOn?: string) => ({
    asOf,
    knownOn,
    policyVersion,
    waves: waves.map(({ id, name, opensOn, counts, paused, services }) => ({
      ...{ id, name, opensOn, paused },
      counts: Object.fromEntries(rolloutSteps.map((step) => [step, counts[step]])),
      services: services.map(boardServiceOf),
    })),
    noWave: others.map(boardServiceOf),
  }),
  'readiness sign-off show': ({ wave, before, round, ended }: SignOffView) => ({
    wave: { id: wave.id, name: wave.name, opensOn: wave.opensOn },
    standing: round?.standing ?? 'none',
    before: before && {
      ready: before.ready,
      undecided: before.undecided.map(({ serviceId, name, lacks, hasOverride }) => ({
        ...{ serviceId, name, hasOverride },
        lacks: lacks.map(({ key, value }) => ({ key, value })),
      })),
    },
    round: round && {
      ...{ id: round.id, persons: round.persons, opening: round.opening },
      signatures: round.signatures.map(({ name, at }, index) => ({ place: index + 1, name, at })),
      deviations: round.deviations.map(({ serviceId, name, outcome, toWave, why, lacks }) => ({
        ...{ serviceId, name, outcome, toWave, why },
        lacks: lacks.map(({ key, value }) => ({ key, value })),
      })),
      // Null when the snapshot was altered in the database.
      snapshot: round.frozen
        ? {
            ...{ asOf: round.frozen.asOf, takenAt: round.frozen.takenAt, policyVersion: round.frozen.policyVersion },
            ...{ services: round.frozen.services, sha256: round.frozen.sha256 },
            ...{ same: round.frozen.same, changedSince: round.frozen.changed },
          }
        : null,
    },
    ended: ended.map(({ id, kind, why, at }) => ({ id, kind, why, at })),
  }),
  'readiness sign-off': ({ ok, id, complete, opened, notOpened, reason, issues }: SignedOff) => ({
    ...{ ok, id, complete, opened, reason },
    notOpened: notOpened?.map(({ serviceId, name, refusal }) => ({ serviceId, name, reason: refusal.reason })),
    issues: issues?.map(({ serviceId, problem }) => ({ serviceId, problem })),
  }),
  'readiness waves': (asOf: string, { waves, others }: Awaited<ReturnType<typeof wavesOn>>) => ({
    asOf,
    waves: waves.map(({ id, name, opensOn, services }) => ({
      id,
      name,
      opensOn,
      services: services.map(namedService),
    })),
    noWave: others.map(namedService),
  }),
  /** What everybody may know; a place that did not agree, or does not help now, has no `point`. */
  'readiness help-points': (asOf: string, places: readonly HelpPlace[]) => ({
    asOf,
    rows: places.map(({ code, name, serviceId, service, standing, point }) => ({
      ...{ code, name, serviceId, service },
      standing: standing.is,
      from: standing.is === 'from' ? standing.day : null,
      point: point && {
        times: point.times,
        place: point.place,
        booking: point.booking,
        phone: point.phone || null,
        languages: point.languages,
        access: point.access || null,
        topics: [...point.topics],
        from: point.from,
        toldBy: point.toldBy,
        toldAt: point.recordedAt,
      },
    })),
    totals: {
      now: places.filter(({ standing }) => standing.is === 'now').length,
      later: places.filter(({ standing }) => standing.is === 'from').length,
    },
  }),
  'readiness open-data': (folder: string, files: readonly OpenDataFile[], error?: string) => ({
    folder,
    files: files.map(({ name, bytes, sha256, rows }) => ({ name, bytes, sha256, rows })),
    error,
  }),
  'readiness reach': ({ asOf, from, sessions, channels, municipalities, regions, country }: GuidanceFigures) => ({
    asOf,
    question: 8,
    rows: municipalities.map((row) => ({ code: row.key, name: row.name, region: row.region, ...reachOf(row) })),
    totals: {
      from,
      sessions,
      channels: channels.map(({ key, sessions }) => ({ channel: key || null, sessions })),
      regions: regions.map((row) => ({ region: row.name, ...reachOf(row) })),
      country: reachOf(country),
    },
  }),
  'readiness obligations': ({ asOf, until, ahead, next, areas, municipalities }: ObligationsOn) => ({
    asOf,
    question: 6,
    rows: ahead.map(({ key, title, kind, day, movedFrom, area }) => {
      const about = areas.find((each) => each.key === area);
      return {
        ...{ key, title: title.da, kind, day, movedFrom, area },
        steps: about?.steps.map(({ course, edition, step }) => ({ course, edition, step })) ?? [],
        municipalitiesTrained: about?.trained ?? null,
      };
    }),
    totals: {
      until,
      next: next?.key ?? null,
      municipalities,
      areas: areas.map(({ key, title, steps, trained, untrained }) => ({
        ...{ area: key, title: title.da, covered: steps.length > 0, trained },
        untrained: untrained.map(({ code, name, certified }) => ({ code, name, certified })),
      })),
    },
  }),
  'readiness export': ({ file, snapshot, asOf, sha256 }: Record<'file' | 'snapshot' | 'asOf' | 'sha256', string>) => ({
    file,
    snapshot,
    asOf,
    sha256,
  }),
  'readiness snapshot take|list|show': (snapshots: readonly SnapshotHead[], rows?: readonly SnapshotRow[]) => ({
    snapshots: snapshots.map(snapshotOf),
    rows: rows?.map(frozenOf),
  }),
  'readiness snapshot check': (verdict: 'same' | 'differs' | 'altered', head: SnapshotHead, found?: Rechecked) => ({
    verdict,
    snapshot: snapshotOf(head),
    recomputed: found?.recomputed,
    unexplained: found?.unexplained.map(differingOf),
    later: found?.later.map(({ since, ...each }) => ({
      ...differingOf(each),
      since: since && { at: since.at, tables: [...since.tables] },
    })),
  }),
  'readiness distance': ({ asOf, from, sessions, distances, municipalities }: GuidanceFigures) => ({
    asOf,
    question: 7,
    rows: municipalities.map(({ key, name, region, points, staffedPoints }) => ({
      code: key,
      name,
      region,
      points,
      staffedPoints,
    })),
    totals: {
      from,
      sessions,
      distances: distances.map(({ key, sessions }) => ({ distance: key || null, sessions })),
      points: municipalities.reduce((sum, { points }) => sum + points, 0),
      staffedPoints: municipalities.reduce((sum, { staffedPoints }) => sum + staffedPoints, 0),
      withoutStaffedPoint: municipalities.filter(({ staffedPoints }) => staffedPoints === 0).length,
    },
  }),
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

const boardServiceOf = ({ serviceId, name, step, paused, verdict, lacks }: BoardService) => ({
  ...{ serviceId, name, step, paused, verdict },
  lacks: lacks.map(({ key, value }) => ({ key, value })),
});

const namedService = ({ id, name }: { id: string; name: string }) => ({ serviceId: id, name });

const setDateOf = ({ day, target, note, setAt }: RolloutDate) => ({ day, target, note, setAt });

const blockedOf = (counts: Record<string, number | null>) =>
  Object.fromEntries(troubles.map((trouble) => [trouble, counts[trouble] ?? null]));

const reachOf = ({ sessions, inhabitants, perInhabitants, firms, perFirms }: PlaceReach) => ({
  sessions,
  inhabitants: denominatorOf(inhabitants),
  perThousandInhabitants: perInhabitants.per1000,
  whyNotInhabitants: perInhabitants.why,
  firms: denominatorOf(firms),
  perThousandFirms: perFirms.per1000,
  whyNotFirms: perFirms.why,
});

const denominatorOf = ({ value, source, year }: Denominator) => ({ value, source, year });

const snapshotOf = (head: SnapshotHead) => ({
  id: head.id,
  code: head.code,
  asOf: head.asOf,
  knownAt: head.knownAt,
  policyVersion: head.policyVersion,
  rulesHash: head.rulesHash,
  sha256: head.sha256,
  takenAt: head.takenAt,
});

const frozenOf = ({ serviceId, name, verdict, people, papers, stage, staffing, ...row }: SnapshotRow) => ({
  serviceId,
  name,
  municipalities: row.municipalities.map(({ code, name: called, region }) => ({ code, name: called, region })),
  ...{ verdict, people, papers, stage },
  gates: row.gates.map(({ key, value, reason }) => ({ key, value, reason: reasonText(reason, 'da') })),
  staffing: { required: staffing.required, certified: staffing.certified, countedForGate: staffing.countedForGate },
});

const differingOf = ({ serviceId, name, differences }: ServiceDifferences) => ({
  serviceId,
  name,
  differences: differences.map(({ what, frozen, found }) => ({ what, frozen, found })),
});

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
