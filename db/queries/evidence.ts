import { sql } from 'kysely';
import type { Paper } from '#curriculum/readiness/paper.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import type { Db, NewRow } from '#db/schema.ts';
import { inForce } from './in-force.ts';
import { nameOf } from './person-name.ts';
import { stillStands } from './still-stands.ts';

/** False if the same operation was stored before; then nothing is written. */
export async function appendEvidence(db: Db, row: NewRow<'evidence'>): Promise<boolean> {
  const appended = await db
    .insertInto('evidence')
    .values(row)
    .onConflict((on) => on.column('client_op_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return appended !== undefined;
}

/** False if it was decided before; then nothing is written. */
export async function appendEvidenceDecision(db: Db, row: NewRow<'evidence_decision'>): Promise<boolean> {
  const appended = await db
    .insertInto('evidence_decision')
    .values(row)
    .onConflict((on) => on.column('evidence_id').doNothing())
    .returning('evidence_id')
    .executeTakeFirst();
  return appended !== undefined;
}

export async function hasEvidenceOf(db: Db, operation: string | null): Promise<boolean> {
  if (operation === null) return false;
  const row = await db.selectFrom('evidence').select('id').where('client_op_id', '=', operation).executeTakeFirst();
  return row !== undefined;
}

type Wanted = { day: string; services?: readonly string[] | undefined; known?: string | undefined };
type Decided = { saidBy: 'agency' | 'place' | null; confirmed: 0 | 1 | null; decidedOn: string | null };

/** What the agency decided of a place's own word; nothing of the agency's. */
const statedOf = ({ saidBy, confirmed, decidedOn }: Decided): Pick<Paper, 'stated'> =>
  saidBy === 'place'
    ? { stated: { decision: decidedOn === null ? null : { confirmed: confirmed === 1, on: decidedOn } } }
    : {};

/** Evidence with what was decided of it, now or as it was known at an instant. */
const withDecision = (db: Db, known: string | undefined) =>
  db.selectFrom('evidence').leftJoin('evidence_decision as decision', (join) => {
    const pair = join.onRef('decision.evidence_id', '=', 'evidence.id');
    return known === undefined ? pair : pair.on('decision.recorded_at', '<=', known);
  });

const columns = [
  'evidence.id',
  'evidence.service_id as serviceId',
  'evidence.gate',
  'evidence.value',
  'evidence.observed_on as observedOn',
  'evidence.expires_on as expiresOn',
  'evidence.note',
  'evidence.link',
  'evidence.document_name as documentName',
  'evidence.said_by as saidBy',
  'decision.confirmed',
  'decision.on_day as decidedOn',
] as const;

/**
 * The evidence about the gates that was observed by a day and still stands, oldest first: of everybody or of some services, and
 * only what was recorded by an instant if one is given.
 */
export async function listEvidence(db: Db, { day, services, known }: Wanted) {
  const rows = await withDecision(db, known)
    .select(columns)
    .where('evidence.observed_on', '<=', day)
    .where(stillStands('evidence', known))
    .$if(services !== undefined, (all) => all.where('evidence.service_id', 'in', ['', ...services!]))
    .orderBy('evidence.observed_on')
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .execute();
  return rows.map((row) => ({ ...row, ...statedOf(row) }));
}

export type EvidenceRecord = {
  id: string;
  serviceId: string;
  gate: string;
  value: GateValue;
  observedOn: string;
  expiresOn: string | null;
  note: string;
  link: string | null;
  document: string | null;
  documentName: string | null;
  saidBy: 'agency' | 'place' | null;
  byId: string | null;
  by: string | null;
  recordedAt: string;
  withdrawn: 0 | 1;
  why: string;
  corrects: string | null;
  decision: { confirmed: boolean; on: string; reason: string; by: string | null } | null;
  /** The later row that points at this one: it was corrected or taken back. */
  later: { id: string; withdrawn: 0 | 1; why: string; recordedAt: string; by: string | null } | null;
};

/** Every piece of evidence as it was written, also what was corrected since, oldest first. */
async function listRecords(
  db: Db,
  { known, ...only }: { known?: string | undefined; id?: string; service?: { id: string; day: string } },
): Promise<EvidenceRecord[]> {
  const rows = await withDecision(db, known)
    .leftJoin('evidence as later', (join) => {
      const pair = join.onRef('later.corrects', '=', 'evidence.id');
      return known === undefined ? pair : pair.on('later.recorded_at', '<=', known);
    })
    .select(columns)
    .select([
      'evidence.document',
      'evidence.recorded_at as recordedAt',
      'evidence.withdrawn',
      'evidence.why',
      'evidence.corrects',
      'evidence.by_person as byId',
      'decision.reason as decisionReason',
      'later.id as laterId',
      'later.withdrawn as laterWithdrawn',
      'later.why as laterWhy',
      'later.recorded_at as laterAt',
    ])
    .select(nameOf('evidence.by_person').as('by'))
    .select(nameOf('decision.by_person').as('decidedBy'))
    .select(nameOf('later.by_person').as('laterBy'))
    .$if(known !== undefined, (all) => all.where('evidence.recorded_at', '<=', known!))
    .$if(only.id !== undefined, (all) => all.where('evidence.id', '=', only.id!))
    .$if(only.service !== undefined, (all) =>
      all.where('evidence.service_id', '=', only.service!.id).where('evidence.observed_on', '<=', only.service!.day),
    )
    .orderBy('evidence.observed_on')
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .execute();
  return rows.map(
    ({
      confirmed,
      decidedOn,
      decidedBy,
      decisionReason,
      laterId,
      laterWithdrawn,
      laterWhy,
      laterAt,
      laterBy,
      ...row
    }) => ({
      ...row,
      decision:
        decidedOn === null
          ? null
          : { confirmed: confirmed === 1, on: decidedOn, reason: decisionReason ?? '', by: decidedBy },
      later:
        laterId === null
          ? null
          : { id: laterId, withdrawn: laterWithdrawn!, why: laterWhy!, recordedAt: laterAt!, by: laterBy },
    }),
  );
}

/** The evidence of a service that was observed by a day, with what was corrected, taken back and decided. */
export const listEvidenceHistory = (db: Db, asked: { serviceId: string; day: string; known?: string | undefined }) =>
  listRecords(db, { service: { id: asked.serviceId, day: asked.day }, known: asked.known });

export async function findEvidence(db: Db, id: string): Promise<EvidenceRecord | undefined> {
  return (await listRecords(db, { id }))[0];
}

/** What places say of themselves and nobody has decided, oldest first, whatever the gate. */
export async function listUndecided(db: Db, day: string) {
  return withDecision(db, undefined)
    .innerJoin('library_service as service', 'service.id', 'evidence.service_id')
    .select(columns)
    .select(['service.name as service', 'evidence.recorded_at as recordedAt'])
    .select(nameOf('evidence.by_person').as('by'))
    .where('evidence.said_by', '=', 'place')
    .where('decision.evidence_id', 'is', null)
    .where('evidence.observed_on', '<=', day)
    .where(stillStands('evidence'))
    .orderBy('evidence.recorded_at')
    .orderBy('evidence.id')
    .execute();
}

/** The bytes of a piece of evidence's document. */
export async function findEvidenceDocument(db: Db, id: string) {
  return db
    .selectFrom('evidence')
    .innerJoin('document', 'document.sha256', 'evidence.document')
    .select(['evidence.document_name as name', 'document.media_type as type', 'document.bytes'])
    .where('evidence.id', '=', id)
    .executeTakeFirst();
}

/** The key of somebody's only letter that a paper is soon too old. */
export const evidenceReminderKey = ({ id, personId }: { id: string; personId: string }): string =>
  `evidence-ends:${id}:${personId}`;

type Fresh = { gate: string; seenFrom: string; seenBy: string };

/**
 * The papers that meet a gate and may soon be too old or expire, each with a contact person of its service who has no letter
 * about it yet. Of each gate: seen from a day on, by a day.
 */
export async function listEvidenceToRemind(
  db: Db,
  { day, expiresBy, gates }: { day: string; expiresBy: string; gates: readonly Fresh[] },
) {
  const key = sql<string>`'evidence-ends:' || evidence.id || ':' || person.id`;
  return db
    .selectFrom('evidence')
    .innerJoin('role_grant', (join) =>
      join
        .onRef('role_grant.service_id', '=', 'evidence.service_id')
        .on('role_grant.role', '=', 'contact-person')
        .on(inForce('role_grant', day)),
    )
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['evidence.id', 'evidence.service_id as serviceId', 'evidence.gate', 'person.id as personId'])
    .distinct()
    .where(stillStands('evidence'))
    .where('evidence.value', 'in', ['opfyldt', 'ikke-relevant'])
    .where('evidence.observed_on', '<=', day)
    .where((on) => on.or([on('evidence.expires_on', 'is', null), on('evidence.expires_on', '>', day)]))
    .where((on) =>
      on.or(
        gates.map(({ gate, seenFrom, seenBy }) =>
          on.and([
            on('evidence.gate', '=', gate),
            on('evidence.observed_on', '>=', seenFrom),
            on.or([on('evidence.observed_on', '<=', seenBy), on('evidence.expires_on', '<=', expiresBy)]),
          ]),
        ),
      ),
    )
    .where('person.status', '=', 'active')
    .where('person.email', 'is not', null)
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('evidence as newer')
            .select('newer.id')
            .whereRef('newer.service_id', '=', 'evidence.service_id')
            .whereRef('newer.gate', '=', 'evidence.gate')
            .whereRef('newer.observed_on', '>', 'evidence.observed_on')
            .where('newer.observed_on', '<=', day)
            .where('newer.withdrawn', '=', 0)
            .where((each) =>
              each.not(
                each.exists(
                  each.selectFrom('evidence as last').select('last.id').whereRef('last.corrects', '=', 'newer.id'),
                ),
              ),
            ),
        ),
      ),
    )
    .where((on) => on.not(on.exists(on.selectFrom('outbox').select('outbox.id').where('outbox.dedupe_key', '=', key))))
    .orderBy('evidence.id')
    .orderBy('person.id')
    .execute();
}
