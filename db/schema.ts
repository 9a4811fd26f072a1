import type { Insertable, Kysely, Selectable } from 'kysely';
import type { AroundTables } from './schema/around.ts';
import type { CertificatesTables } from './schema/certificates.ts';
import type { GuidanceTables } from './schema/guidance.ts';
import type { LearningTables } from './schema/learning.ts';
import type { PartnersTables } from './schema/partners.ts';
import type { PeopleTables } from './schema/people.ts';
import type { PlacesTables } from './schema/places.ts';
import type { PracticeTables } from './schema/practice.ts';
import type { ReadinessTables } from './schema/readiness.ts';
import type { RolloutTables } from './schema/rollout.ts';

/** Either the database itself or one transaction on it. */
export type Db = Kysely<Schema>;

/** The tables as db/migrations create them, by subject; a test compares the two on both engines. */
export interface Schema
  extends PlacesTables,
    PeopleTables,
    LearningTables,
    CertificatesTables,
    ReadinessTables,
    RolloutTables,
    PartnersTables,
    GuidanceTables,
    PracticeTables,
    AroundTables {}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>;
