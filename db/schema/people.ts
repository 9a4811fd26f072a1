import type { Generated } from 'kysely';

interface PersonTable {
  id: string;
  email: string | null;
  status: 'active' | 'blocked' | 'erased';
  language: 'da' | 'en';
  demo: Generated<0 | 1>;
  created_at: string;
  recorded_at: string;
  /** What the person is found by: the latest name and the address. */
  search_key: Generated<string>;
  /** Sorts the latest name in Danish order, byte by byte. */
  sort_key: Generated<string>;
  /** The record of the same person that this one was joined into. */
  joined_into: string | null;
}

/** Two records that became one; the kept one has what the other had. */
interface PersonJoinTable {
  id: string;
  kept_id: string;
  lost_id: string;
  by_person: string | null;
  recorded_at: string;
}

interface PersonJoinRowTable {
  join_id: string;
  thing: string;
  row_key: string;
  /** How it was and what it became, as JSON; null if only whose it is has changed. */
  was: string | null;
  became: string | null;
}

interface PersonJoinUndoneTable {
  join_id: string;
  by_person: string | null;
  recorded_at: string;
}

interface PersonNameTable {
  person_id: string;
  given_name: string;
  family_name: string;
  valid_from: string;
  recorded_at: string;
}

interface AffiliationTable {
  id: string;
  person_id: string;
  library_number: string;
  work: string;
  valid_from: string;
  valid_until: string | null;
  recorded_at: string;
  /** The day from which the person guides citizens here; null while they only learn. */
  guides_from: string | null;
}

interface RoleGrantTable {
  id: string;
  person_id: string;
  role: 'adviser' | 'course-leader' | 'agency' | 'contact-person' | 'administrator';
  service_id: string | null;
  valid_from: string;
  valid_until: string | null;
  granted_by: string | null;
  recorded_at: string;
}

/** The versions a row has had, numbered, each with the instant it was recorded. Triggers write them. */
interface AffiliationHistoryTable {
  id: string;
  seq: number;
  person_id: string;
  library_number: string;
  work: string;
  valid_from: string;
  valid_until: string | null;
  guides_from: string | null;
  recorded_at: string;
}

/** A version of an affiliation that was wrong, and who put it right. */
interface AffiliationCorrectionTable {
  affiliation_id: string;
  seq: number;
  kind: 'corrected' | 'dropped';
  by_person: string | null;
  recorded_at: string;
}

interface RoleGrantHistoryTable {
  id: string;
  seq: number;
  person_id: string;
  role: string;
  service_id: string | null;
  valid_from: string;
  valid_until: string | null;
  recorded_at: string;
}

interface AuthSessionTable {
  key: string;
  person_id: string;
  method: 'code' | 'demo';
  authn_at: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  revoked_at: string | null;
}

interface AuthChallengeTable {
  key: string;
  kind: string;
  email: string;
  secret_hash: string;
  attempts: Generated<number>;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

interface AuthRateTable {
  bucket: string;
  hits: number;
  ends_at: string;
}

interface EmailChangeTable {
  id: string;
  person_id: string;
  email: string;
  secret_hash: string;
  requested_by: string | null;
  created_at: string;
  expires_at: string;
  confirmed_at: string | null;
}

interface PersonLookupTable {
  id: string;
  at: string;
  by_person: string;
  role: 'agency' | 'administrator';
  page:
    | 'people'
    | 'person'
    | 'adviser'
    | 'search'
    | 'register'
    | 'register-file'
    | 'certificate'
    | 'certificate-file'
    | 'lookups';
  person_id: string | null;
  words: string;
  recorded_at: string;
}

/** People, where they work, their roles, and how they sign in. */
export interface PeopleTables {
  person: PersonTable;
  person_join: PersonJoinTable;
  person_join_row: PersonJoinRowTable;
  person_join_undone: PersonJoinUndoneTable;
  person_name: PersonNameTable;
  affiliation: AffiliationTable;
  role_grant: RoleGrantTable;
  affiliation_history: AffiliationHistoryTable;
  affiliation_correction: AffiliationCorrectionTable;
  role_grant_history: RoleGrantHistoryTable;
  auth_session: AuthSessionTable;
  auth_challenge: AuthChallengeTable;
  auth_rate: AuthRateTable;
  email_change: EmailChangeTable;
  person_lookup: PersonLookupTable;
}
