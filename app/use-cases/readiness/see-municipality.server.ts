import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish, formatDay } from '#app/words/format.ts';
import { addMonths, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { type CertificateStatus, lastValidDay, statusOn } from '#curriculum/certification/certificate-status.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import {
  type GateValue,
  lastDayOf,
  type MapClass,
  type ServiceReadiness,
  type Staffing,
  type Stage,
  type Verdict,
} from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import {
  lastTurningDay,
  type StaffFacts,
  type StaffingStep,
  staffingOverTime,
} from '#curriculum/readiness/staffing-over-time.ts';
import { listEvidence } from '#db/queries/evidence.ts';
import { findMunicipality, findServiceOf } from '#db/queries/place.ts';
import { listRollout } from '#db/queries/rollout.ts';
import { listStaffHistory, listStaffOf } from '#db/queries/staff.ts';
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
  overTime: { from: string; to: string; marginDays: number; steps: StaffingStep[] };
  gates: { key: string; value: GateValue; reason: string; evidence: Evidence | null }[];
  /** What was noted until that day, newest first. */
  history: Noted[];
  staff: { id: string; name: string; library: string; status: CertificateStatus | null; lastValidDay: string | null }[];
  mayRecord: boolean;
  mayRollout: boolean;
};

/** One municipality on a day: the value, reason and evidence of each gate, and the people behind the staffing. */
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
  const history = await listStaffHistory(world.db, found.serviceId);
  const certificates = new Map(history.flatMap((person) => person.certificates.map((each) => [each.number, each])));
  const people = await listStaffOf(world.db, found.serviceId, input.asOf);
  const staff = people.map(({ person_id, name, library, number }) => {
    const certificate = number === null ? undefined : certificates.get(number);
    return {
      id: person_id,
      name,
      library,
      status: certificate ? statusOn(certificate, certificate.events, input.asOf) : null,
      lastValidDay: certificate ? lastValidDay(certificate.validUntil) : null,
    };
  });
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
    overTime: overTimeOf(world, found.municipalities, history, input.asOf),
    gates: found.gates.map(({ key, value, reason }) => {
      const latest = evidence.findLast(({ gate }) => gate === key);
      return {
        key,
        value,
        reason: reasonText(reason, input.language, show),
        evidence: latest
          ? {
              note: latest.note,
              observedOn: latest.observedOn,
              lastDay: lastDayOf(rules, latest),
            }
          : null,
      };
    }),
    history: [
      ...evidence.map(
        ({ id, observedOn, gate, value, note }): Noted => ({ id, kind: 'gate', on: observedOn, gate, value, note }),
      ),
      ...rollout.map(({ id, on, type, note }): Noted => ({ id, kind: 'rollout', on, type, note })),
    ]
      .reverse()
      .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1)),
    staff: staff.sort((a, b) => danish.compare(a.name, b.name)),
    mayRecord: may(viewer, 'record-evidence', { serviceId: found.serviceId }),
    mayRollout: may(viewer, 'record-rollout', { serviceId: found.serviceId }),
  };
}

/** From a year before the day until today's facts no longer change anything, but at least half a year ahead. */
function overTimeOf(
  { policy, now }: World,
  municipalities: ServiceReadiness['municipalities'],
  history: StaffFacts[],
  asOf: string,
): MunicipalityView['overTime'] {
  const today = dayOf(now());
  const [first, last] = asOf < today ? [asOf, today] : [today, asOf];
  const from = addMonths(first, -12);
  const turn = lastTurningDay(policy, history) ?? today;
  const to = [addMonths(last, 6), addMonths(turn, 3)].sort().at(-1)!;
  const { marginDays } = versionOn(policy, asOf).staffing;
  return { from, to, marginDays, steps: staffingOverTime(policy, municipalities, history, { from, to }) };
}
