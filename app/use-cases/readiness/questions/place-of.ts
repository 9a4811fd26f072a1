import { danish } from '#app/words/format.ts';
import type { ServiceReadiness } from '#curriculum/readiness/readiness-of.ts';
import type { Place } from './answers.ts';

/** A service by the names of the municipalities it serves. */
export const placeOf = ({ serviceId, municipalities }: ServiceReadiness): Place => ({
  serviceId,
  codes: municipalities.map(({ code }) => code),
  name: municipalities
    .map(({ name }) => name)
    .sort(danish.compare)
    .join(', '),
});
