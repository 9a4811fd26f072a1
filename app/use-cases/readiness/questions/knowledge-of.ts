import type { Readiness } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { danish } from '#app/words/format.ts';
import type { Reason } from '#curriculum/readiness/readiness-of.ts';
import type { Answers, KnowledgeRow } from './answers.ts';
import { placeOf } from './place-of.ts';

/** Question 4: where what we know of a gate is too old, and where nobody ever told us. Oldest first. */
export function knowledgeOf({ asOf, services }: Readiness): Answers['knowledge'] {
  const rows = services.flatMap((service) =>
    service.gates.flatMap(({ key, reason }): KnowledgeRow[] => {
      const unknown = unknownBy(reason);
      return unknown ? [{ ...placeOf(service), gate: key, ...unknown }] : [];
    }),
  );
  rows.sort(
    (a, b) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      (a.since ?? '').localeCompare(b.since ?? '') ||
      danish.compare(a.name, b.name),
  );
  const keys = services[0]?.gates.map(({ key }) => key) ?? [];
  const gates = keys.map((gate) => {
    const unknown = rows.filter((row) => row.gate === gate);
    const old = unknown.filter(({ state }) => state === 'old').length;
    return { gate, known: services.length - unknown.length, old, missing: unknown.length - old };
  });
  const old = rows.filter(({ state }) => state === 'old').length;
  return {
    asOf,
    question: 4,
    rows,
    totals: { old, missing: rows.length - old, services: new Set(rows.map((row) => row.serviceId)).size, gates },
  };
}

const states: KnowledgeRow['state'][] = ['old', 'awaits', 'said-unknown', 'missing', 'nobody-registered'];

function unknownBy(reason: Reason): Pick<KnowledgeRow, 'state' | 'since'> | undefined {
  switch (reason.code) {
    case 'stale':
    case 'agreement-ended':
      return { state: 'old', since: reason.lastDay };
    case 'awaits':
      return { state: 'awaits', since: reason.on };
    case 'said-unknown':
      return { state: 'said-unknown', since: reason.on };
    case 'no-evidence':
      return { state: 'missing', since: null };
    case 'no-affiliation':
      return { state: 'nobody-registered', since: null };
    default:
      return undefined;
  }
}
