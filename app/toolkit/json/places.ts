import type { ImportReadiness } from '#app/use-cases/places/import/import-readiness.server.ts';
import type { JudgedRow } from '#app/use-cases/places/import/judged-row.ts';
import type { listLibraries } from '#app/use-cases/places/libraries/list-libraries.server.ts';
import type { ClosingPreview } from '#app/use-cases/places/libraries/see-closing.server.ts';
import type { ServiceEffect } from '#app/use-cases/places/service-effects.server.ts';
import type { listServing } from '#app/use-cases/places/serving/list-serving.server.ts';
import type { ServingPreview } from '#app/use-cases/places/serving/see-serving.server.ts';
import type { Outcome } from './shared.ts';

/** What the verbs of places print with `--json`. */
export const placesJson = {
  places: (outcome: Outcome & { number?: string; changed?: boolean; issues?: readonly string[] }) => ({
    ok: outcome.ok,
    number: outcome.number,
    changed: outcome.changed,
    reason: outcome.reason,
    issues: outcome.issues && [...outcome.issues],
  }),
  'places list': ({ asOf, libraries }: Awaited<ReturnType<typeof listLibraries>>) => ({
    asOf,
    libraries: libraries.map((each) => ({
      number: each.number,
      name: each.name,
      service: each.service,
      municipality: each.code,
      state: each.state,
      openedOn: each.openedOn,
      closedOn: each.closedOn,
      successor: each.successor,
      guidancePoint: each.guidancePoint,
      people: each.people,
    })),
  }),
  'places import': (
    rows: readonly JudgedRow[],
    counts: Record<JudgedRow['verdict'], number>,
    dryRun: boolean,
    readiness: ImportReadiness | null,
  ) => ({
    dryRun,
    new: counts.new,
    changed: counts.changed,
    same: counts.same,
    refused: counts.refused,
    rows: rows.map((row) => ({
      line: row.line,
      about: row.about,
      verdict: row.verdict,
      changes: row.verdict === 'refused' ? undefined : [...row.changes],
      refusal: row.verdict === 'refused' ? row.refusal : undefined,
      sameAs: row.verdict === 'refused' ? row.sameAs : undefined,
    })),
    readiness: readiness && {
      ...{ asOf: readiness.asOf, same: readiness.same },
      changed: readiness.changed.map(({ serviceId, name, from, to, gates }) => ({
        ...{ serviceId, name, from, to },
        gates: gates.map(({ key, from: was, to: is }) => ({ key, from: was, to: is })),
      })),
    },
  }),
  'places services': ({ asOf, services }: Awaited<ReturnType<typeof listServing>>) => ({
    asOf,
    services: services.map(({ id, name, serves, comes, goes }) => ({
      ...{ id, name },
      serves: serves.map((each) => ({ code: each.code, name: each.name, since: each.since })),
      comes: comes.map(({ code, from }) => ({ code, from })),
      goes: goes.map(({ code, from }) => ({ code, from })),
    })),
  }),
  'places serve': (preview: ServingPreview, dryRun: boolean) => ({
    dryRun,
    code: preview.code,
    serviceId: preview.serviceId,
    from: preview.from,
    asOf: preview.asOf,
    librariesLeft: preview.librariesLeft,
    required: preview.required.map(({ serviceId, from, to, municipalities }) => ({
      ...{ serviceId, from, to },
      municipalities: [...municipalities],
    })),
    effects: preview.effects.map(effectOfService),
  }),
  'places close': (preview: ClosingPreview, dryRun: boolean) => ({
    dryRun,
    number: preview.number,
    day: preview.day,
    successor: preview.successor?.number ?? null,
    moves: preview.moves,
    people: preview.people,
    planned: preview.planned,
    contacts: preview.contacts,
    lastOfService: preview.lastOfService,
    asOf: preview.asOf,
    effects: preview.effects.map(effectOfService),
  }),
};

const effectOfService = ({ serviceId, name, from, to, gates }: ServiceEffect) => ({
  ...{ serviceId, name, from, to },
  gates: gates.map(({ key, from: was, to: is, reason }) => ({ key, from: was, to: is, reason })),
});
