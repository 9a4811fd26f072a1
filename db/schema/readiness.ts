import type { Generated } from 'kysely';

interface EvidenceTable {
  id: string;
  service_id: string;
  gate: string;
  value: 'opfyldt' | 'ikke-opfyldt' | 'ukendt' | 'ikke-relevant';
  observed_on: string;
  expires_on: string | null;
  note: string;
  by_person: string | null;
  at: string;
  recorded_at: string;
  client_op_id: string | null;
  document: string | null;
  document_name: string | null;
  link: string | null;
  corrects: string | null;
  withdrawn: Generated<0 | 1>;
  why: Generated<string>;
  said_by: 'agency' | 'place' | null;
}

interface EvidenceDecisionTable {
  evidence_id: string;
  confirmed: 0 | 1;
  on_day: string;
  reason: string;
  by_person: string | null;
  recorded_at: string;
}

interface EvidenceRequestTable {
  id: string;
  ask_id: string;
  service_id: string;
  gate: string;
  person_id: string;
  asked_on: string;
  due_on: string;
  message: string;
  by_person: string | null;
  recorded_at: string;
}

interface ReadinessOverrideTable {
  id: string;
  service_id: string;
  reason: string;
  decided_by: string;
  valid_from: string;
  valid_until: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface OverrideWithdrawalTable {
  override_id: string;
  on_day: string;
  reason: string;
  by_person: string | null;
  recorded_at: string;
}

interface ReadinessTouchTable {
  service_id: string;
  n: number;
}

interface SnapshotTable {
  id: string;
  code: string;
  as_of: string;
  known_at: string;
  scope: string;
  policy_version: string;
  rules: string;
  rules_hash: string;
  rows: string;
  sha256: string;
  taken_by: string | null;
  client_op_id: string | null;
  taken_at: string;
  recorded_at: string;
}

interface ReportDocumentTable {
  snapshot_id: string;
  language: 'da' | 'en';
  sha256: string;
  recorded_at: string;
}

/** What readiness rests on beside people: evidence and overrides; its snapshots and reports. */
export interface ReadinessTables {
  evidence: EvidenceTable;
  evidence_decision: EvidenceDecisionTable;
  evidence_request: EvidenceRequestTable;
  readiness_override: ReadinessOverrideTable;
  override_withdrawal: OverrideWithdrawalTable;
  readiness_touch: ReadinessTouchTable;
  snapshot: SnapshotTable;
  report_document: ReportDocumentTable;
}
