import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { CredentialKey } from '#certificates/badge/credential-key.ts';
import type { FileExaminer } from '#certificates/file-examiner.ts';
import type { Printer } from '#certificates/printer.ts';
import type { Glossary } from '#curriculum/glossary/parse-glossary.ts';
import type { Topics } from '#curriculum/guidance/parse-topics.ts';
import type { AreaStep } from '#curriculum/obligations/parse-area-steps.ts';
import type { Obligations } from '#curriculum/obligations/parse-obligations.ts';
import type { Policy } from '#curriculum/readiness/parse-policy.ts';
import type { Engine } from '#db/migrations/table-kit.ts';
import type { LookupRow } from '#db/queries/person-lookup.ts';
import type { Db } from '#db/schema.ts';
import { type AuditHeads, auditHeadsIn } from './audit-heads.server.ts';
import type { Catalogue } from './catalogue.server.ts';
import type { Environment } from './env.server.ts';
import type { FileTypes } from './file-types.server.ts';
import { type Forecaster, forecasterHere } from './forecaster.server.ts';
import type { AvailableKeys } from './key-ages.server.ts';
import type { Postbox } from './postbox.server.ts';

/** Everything outside the rules: created once at start, faked in tests, passed to every use case. */
export type World = {
  db: Db;
  engine: Engine;
  catalogue: Catalogue;
  policy: Policy;
  /** What people are guided about, and the solutions behind it. */
  topics: Topics;
  /** What somebody must do digitally and when. */
  obligations: Obligations;
  /** Which steps of the shipped editions teach an area of obligations. */
  areaSteps: readonly AreaStep[];
  /** The words of the field. */
  glossary: Glossary;
  printer: Printer;
  examiner: FileExaminer;
  /** Tells the type of an uploaded file from its bytes. */
  fileTypes: FileTypes;
  /** Works forecasts out, in a thread where the server runs. */
  forecaster: Forecaster;
  /** The key that proves badges and status lists. Without one, neither is made. */
  credentialKey(): Promise<CredentialKey | undefined>;
  /** The keys that sign certificates, and their ages. */
  keys(): Promise<AvailableKeys>;
  postbox: Postbox;
  auditHeads: AuditHeads;
  /** How often check pages were opened since the counts were last saved, by day and number. */
  looks: Map<string, number>;
  /** Look-ups of people that are not saved yet, by what makes them the same. */
  lookups: Map<string, LookupRow>;
  /** When sessions were last used, since that was last saved. */
  seen: Map<string, string>;
  /** Tries at things that only read, by what they are counted for. */
  tries: Map<string, { hits: number; endsAt: number }>;
  env: Pick<
    Environment,
    'appUrl' | 'issuerName' | 'supportEmail' | 'sessionSecret' | 'dataDir' | 'host' | 'port' | 'openDataLicence'
  >;
  /** Logs that a round could not deal with a record. */
  tellStuck(work: string, subject: string, error: unknown): void;
  /** The address printed on certificates and in mails. */
  publicUrl: string;
  /** The day on which the clock of a test case began, such as that of 2012; it holds facts and no sample data. */
  heldOn?: string;
  /** The database is marked as demo. */
  demo: boolean;
  /** Demo sign-in may be offered: a marked database where the settings allow it. */
  demoSignIn: boolean;
  now(): string;
  newId(): string;
  /** An unguessable text of the given bytes, base64url. */
  newSecret(bytes: number): string;
  /** A uniform, unguessable number from 0 up to, but not including, `below`. */
  pick(below: number): number;
  /** A keyed digest, so that nobody can guess the original from what is stored. */
  keyed(text: string): string;
};

type Made =
  | 'forecaster'
  | 'looks'
  | 'lookups'
  | 'seen'
  | 'tries'
  | 'credentialKey'
  | 'keys'
  | 'auditHeads'
  | 'tellStuck';
type Given = Omit<World, 'now' | 'newId' | 'newSecret' | 'pick' | 'keyed' | 'publicUrl' | Made> &
  Partial<
    Pick<
      World,
      'forecaster' | 'now' | 'newId' | 'newSecret' | 'pick' | 'credentialKey' | 'keys' | 'auditHeads' | 'tellStuck'
    >
  >;

export function makeWorld(given: Given): World {
  return {
    keys: async () => ({ keys: [], lacks: 'none' }),
    forecaster: forecasterHere(),
    looks: new Map(),
    lookups: new Map(),
    seen: new Map(),
    tries: new Map(),
    auditHeads: auditHeadsIn(given.env.dataDir),
    tellStuck: () => undefined,
    credentialKey: async () => undefined,
    now: () => new Date().toISOString(),
    newId: () => uuidv7(),
    newSecret: (bytes) => randomBytes(bytes).toString('base64url'),
    pick: (below) => randomInt(below),
    keyed: (text) => createHmac('sha256', given.env.sessionSecret).update(text).digest('base64url'),
    publicUrl: publicUrlOf(given.env),
    ...given,
  };
}

/** The address that is printed on certificates and in mails. The issuer's DID is also named after it. */
export const publicUrlOf = ({ appUrl, host, port }: Pick<Environment, 'appUrl' | 'host' | 'port'>): string =>
  appUrl ?? `http://${host}:${port}`;

/** The SHA-256 of a text or of bytes, in hex. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
