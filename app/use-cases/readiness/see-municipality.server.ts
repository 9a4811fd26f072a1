import { endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay, statusOn } from '#curriculum/certification/certificate-status.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import {
  type GateValue,
  lastDayOf,
  type MapClass,
  type Staffing,
  type Stage,
  type Verdict,
} from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import { listCertificateEvents } from '#db/queries/certificate.ts';
import { findServiceOf } from '#db/queries/evidence.ts';
import { findMunicipality, listEvidence, listRollout, listStaffOf } from '#db/queries/readiness.ts';
import type { World } from '../../platform/world.server.ts';
import { danish, formatDay } from '../../words/format.ts';
import { may } from '../permission.ts';
import type { Viewer } from '../viewer.ts';
import { readinessOn } from './readiness-on.server.ts';

type Evidence = { note: string; observedOn: string; lastDay: string };
type Noted = { id: string; on: string; note: string } & (
  | { kind: 'gate'; gate: string; value: GateValue }
  | { kind: 'rollout'; type: string }
);

export type MunicipalityView = {
  code: string;
  name: string;
  population: number;
  populationDate: string;
  pilot: boolean;
  serviceId: string;
  service: string;
  verdict: Verdict;
  stage: Stage;
  mapClass: MapClass;
  score: number;
  staffing: Staffing;
  gates: { key: string; value: GateValue; reason: string; evidence: Evidence | null }[];
  /** What was noted up to the day, newest first. */
  history: Noted[];
  staff: { id: string; name: string; library: string; status: CertificateStatus | null; lastValidDay: string | null }[];
  mayRecord: boolean;
  mayRollout: boolean;
};

/** One municipality on a day: each gate with value, reason and what it rests on, and the people behind the staffing. */
export async function seeMunicipality(
  world: World,
  viewer: Viewer,
  input: { code: string; asOf: string; language: 'da' | 'en' },
): Promise<MunicipalityView | undefined> {
  const place = await findMunicipality(world.db, input.code);
  const service = place && (await findServiceOf(world.db, input.code));
  if (!place || !service || !may(viewer, 'see-readiness', { serviceId: service.service_id })) return undefined;
  const readiness = await readinessOn(world, viewer, input.asOf);
  const found = readiness?.services.find(({ serviceId }) => serviceId === service.service_id);
  if (!found) return undefined;
  const evidence = await listEvidence(world.db, input.asOf, found.serviceId);
  const rollout = await listRollout(world.db, input.asOf, found.serviceId);
  const rules = versionOn(world.policy, input.asOf);
  const show = (day: string) => formatDay(input.language, day);
  const people = await listStaffOf(world.db, found.serviceId, input.asOf);
  const staff = await Promise.all(
    people.map(async ({ person_id, name, library, number, valid_from, valid_until }) => {
      const events = number
        ? (await listCertificateEvents(world.db, number)).filter(({ at }) => at <= endOfDay(input.asOf))
        : [];
      const status =
        valid_until && valid_from
          ? statusOn({ validFrom: valid_from, validUntil: valid_until }, events, input.asOf)
          : null;
      return { id: person_id, name, library, status, lastValidDay: valid_until ? lastValidDay(valid_until) : null };
    }),
  );
  return {
    code: place.code,
    name: place.name,
    population: place.population,
    populationDate: place.population_date,
    pilot: place.pilot === 1,
    serviceId: found.serviceId,
    service: found.name,
    verdict: found.verdict,
    stage: found.stage,
    mapClass: found.mapClass,
    score: found.score,
    staffing: found.staffing,
    gates: found.gates.map(({ key, value, reason }) => {
      const latest = evidence.findLast(({ gate }) => gate === key);
      return {
        key,
        value,
        reason: reasonText(reason, input.language, show),
        evidence: latest
          ? {
              note: latest.note,
              observedOn: latest.observed_on,
              lastDay: lastDayOf(rules, { gate: key, observedOn: latest.observed_on, expiresOn: latest.expires_on }),
            }
          : null,
      };
    }),
    history: [
      ...evidence.map(
        ({ id, observed_on, gate, value, note }): Noted => ({
          id,
          kind: 'gate',
          on: observed_on,
          gate,
          value,
          note,
        }),
      ),
      ...rollout.map(({ id, on_day, type, note }): Noted => ({ id, kind: 'rollout', on: on_day, type, note })),
    ]
      .reverse()
      .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1)),
    staff: staff.sort((a, b) => danish.compare(a.name, b.name)),
    mayRecord: may(viewer, 'record-evidence', { serviceId: found.serviceId }),
    mayRollout: may(viewer, 'record-rollout', { serviceId: found.serviceId }),
  };
}
