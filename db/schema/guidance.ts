import type { Block, Channel, Distance } from '#curriculum/guidance/note-choices.ts';

interface HelpPointTable {
  id: string;
  service_id: string;
  seq: number;
  times: string;
  place: string;
  booking: string;
  phone: string;
  languages: string;
  access: string;
  topics: string;
  from_day: string;
  told_by: 'library' | 'agency';
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface HelpConsentTable {
  id: string;
  service_id: string;
  seq: number;
  given: 0 | 1;
  said_by: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface GuidanceLogTable {
  id: string;
  client_op_id: string;
  person_id: string;
  library_number: string;
  on_day: string;
  reason: string;
  outcome: 'completed' | 'referred' | 'unfinished';
  recorded_at: string;
  blocked: Block | null;
  channel: Channel | null;
  distance: Distance | null;
  referred_to: string | null;
  minutes: number | null;
}

interface GuidanceUndoTable {
  guidance_id: string;
  by_person: string;
  recorded_at: string;
}

/** Notes of guidance, and where citizens get help. */
export interface GuidanceTables {
  help_point: HelpPointTable;
  help_consent: HelpConsentTable;
  guidance_log: GuidanceLogTable;
  guidance_undo: GuidanceUndoTable;
}
