import type { Generated } from 'kysely';

interface CertificateHistoryTable {
  number: string;
  seq: number;
  person_id: string;
  course: string;
  valid_from: string;
  valid_until: string;
  issued_at: string;
  recorded_at: string;
}

interface CertificateTable {
  number: string;
  verify_code: string;
  person_id: string;
  enrolment_id: string | null;
  name_at_issue: string;
  library_at_issue: string;
  course: string;
  edition: string;
  valid_from: string;
  valid_until: string;
  issued_at: string;
  replaces: string | null;
  supersedes: string | null;
  status_index: number;
  name_public: Generated<0 | 1>;
  recorded_at: string;
  /** What the certificate is found by: its number, name and library. */
  search_key: Generated<string>;
  /** Sorts the name at issue in Danish order, byte by byte. */
  sort_key: Generated<string>;
  /** The library of `library_at_issue`; null if the holder had none. */
  library_number: string | null;
  library_sort_key: Generated<string>;
}

interface CertificateEventTable {
  id: string;
  number: string;
  type: 'issued' | 'suspended' | 'suspension-lifted' | 'revoked' | 'reinstated' | 'replaced' | 'superseded';
  reason: string | null;
  actor: string | null;
  at: string;
  recorded_at: string;
}

interface AttendanceProofTable {
  number: string;
  verify_code: string;
  person_id: string;
  enrolment_id: string;
  name_at_issue: string;
  library_at_issue: string;
  course: string;
  edition: string;
  /** The attended course days, as a JSON array. */
  days: string;
  /** How many lessons had been read by then. */
  lessons: number;
  issued_at: string;
  by_person: string;
  file_da: string;
  file_en: string;
  recorded_at: string;
}

interface IssueRunTable {
  id: string;
  hold_id: string;
  by_person: string | null;
  started_at: string;
  ended_at: string | null;
  recorded_at: string;
}

interface IssueRunItemTable {
  run_id: string;
  enrolment_id: string;
  /** Null while the enrolment is waiting. */
  outcome: 'issued' | 'had' | 'held-back' | 'letters-missing' | 'not-earned' | null;
  detail: string | null;
  at: string | null;
}

interface CertificateDocumentTable {
  number: string;
  language: 'da' | 'en';
  sha256: string;
  recorded_at: string;
}

interface CertificateLookTable {
  number: string;
  day: string;
  looks: number;
}

interface CertificateBadgeTable {
  number: string;
  language: 'da' | 'en';
  form: 'json' | 'jwt';
  sha256: string;
  recorded_at: string;
}

interface CredentialKeyTable {
  /** The DID and the thumbprint. */
  id: string;
  controller: string;
  /** The public key, as JSON. */
  jwk: string;
  recorded_at: string;
  retired_at: string | null;
  compromised_at: string | null;
}

interface SigningCertificateTable {
  sha256: string;
  chain: string;
  recorded_at: string;
}

interface ReservedNumberTable {
  number: string;
  /** The place in the status lists; null for a proof of attendance. */
  status_index: number | null;
  reserved_at: string;
  /** Null while, or for good if, no certificate has the number. */
  used_at: string | null;
}

/** Certificates with their files and badges, and the runs in which they are issued. */
export interface CertificatesTables {
  certificate_history: CertificateHistoryTable;
  certificate: CertificateTable;
  certificate_event: CertificateEventTable;
  attendance_proof: AttendanceProofTable;
  issue_run: IssueRunTable;
  issue_run_item: IssueRunItemTable;
  certificate_document: CertificateDocumentTable;
  certificate_look: CertificateLookTable;
  certificate_badge: CertificateBadgeTable;
  credential_key: CredentialKeyTable;
  signing_certificate: SigningCertificateTable;
  reserved_number: ReservedNumberTable;
}
