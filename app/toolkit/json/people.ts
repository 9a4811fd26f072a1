import type { ImportEffect } from '#app/use-cases/holds/seats/import-effect.server.ts';
import type { WorkView } from '#app/use-cases/people/see-work.server.ts';
import type { Outcome } from './shared.ts';

type Row = { line: number; verdict: string; refusal?: string; wouldBe?: string; sameAs?: number };
/** What the verbs of people print with `--json`. */
export const peopleJson = {
  people: (outcome: Outcome & { personId?: string; joinId?: string; changed?: boolean }) => ({
    ok: outcome.ok,
    personId: outcome.personId,
    joinId: outcome.joinId,
    changed: outcome.changed,
    reason: outcome.reason,
  }),
  'people preview': (rows: readonly Row[], { asOf, places, later }: ImportEffect) => ({
    rows: rows.map(({ line, verdict, refusal, wouldBe, sameAs }) => ({ line, verdict, refusal, wouldBe, sameAs })),
    effect: {
      asOf,
      later,
      places: places.map(({ serviceId, name, people, guides, ifWaiting, from, to, gates }) => ({
        ...{ serviceId, name, people, guides, ifWaiting, from, to },
        gates: gates.map(({ key, from, to, reason }) => ({ key, from, to, reason })),
      })),
    },
  }),
  'people work': ({ personId, name, affiliations, corrections }: WorkView) => ({
    personId,
    name,
    affiliations: affiliations.map(({ id, number, library, from, lastDay, guidesFrom, planned }) => ({
      id,
      number,
      library,
      from,
      lastDay,
      guidesFrom,
      planned,
    })),
    corrections: corrections.map(({ kind, number, library, from, lastDay, on }) => ({
      kind,
      number,
      library,
      from,
      lastDay,
      on,
    })),
  }),
};
