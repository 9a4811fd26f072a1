import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import { type Part, partOf, parts } from './part-of.ts';

/** How many municipalities are in each part. */
export function countParts(services: readonly ServiceReadiness[]): Record<Part, number> {
  const counts = Object.fromEntries(parts.map((part) => [part, 0])) as Record<Part, number>;
  for (const service of services) counts[partOf(service)] += service.municipalities.length;
  return counts;
}
