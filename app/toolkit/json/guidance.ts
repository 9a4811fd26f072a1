import type { GuidanceFigures, PlaceReach } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import type { HelpPlace } from '#app/use-cases/help-points/help-places.server.ts';
import type { ObligationsOn } from '#app/use-cases/obligations/obligations-on.server.ts';
import type { OpenDataFile } from '#app/use-cases/open-data/open-data-files.server.ts';
import type { Denominator } from '#curriculum/guidance/per-thousand.ts';
import { troubles } from '#curriculum/guidance/trouble-of.ts';

/** What the verbs of guidance, help and obligations print with `--json`. */
export const guidanceJson = {
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
};

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
