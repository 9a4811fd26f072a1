import type { Generated } from 'kysely';

interface SettingTable {
  key: string;
  value: string;
  recorded_at: string;
}

interface DocumentTable {
  sha256: string;
  media_type: string;
  bytes: Uint8Array;
  size: number;
  recorded_at: string;
}

interface OutboxTable {
  id: string;
  dedupe_key: string;
  recipient: string;
  subject: string;
  body: string;
  created_at: string;
  sent_at: string | null;
  tries: Generated<number>;
  taken_at: string | null;
  language: 'da' | 'en' | null;
}

interface StuckRecordTable {
  work: string;
  subject: string;
  fault: string;
  first_at: string;
  last_at: string;
  times: number;
}

interface AuditTable {
  seq: number;
  at: string;
  actor: string | null;
  action: string;
  subject: string;
  detail: string;
  previous: string;
  hash: string;
}

/** Settings, stored files, letters, what has stopped, and the log. */
export interface AroundTables {
  setting: SettingTable;
  document: DocumentTable;
  outbox: OutboxTable;
  stuck_record: StuckRecordTable;
  audit: AuditTable;
}
