import type { Generated, Insertable, Kysely, Selectable } from 'kysely';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';
import type { Block, Channel, Distance } from '#curriculum/guidance/note-choices.ts';

/** Either the database itself or one transaction on it. */
export type Db = Kysely<Schema>;

interface SettingTable {
  key: string;
  value: string;
  recorded_at: string;
}

interface MunicipalityTable {
  code: string;
  name: string;
  population: number;
  population_date: string;
  pilot: Generated<0 | 1>;
  recorded_at: string;
}

interface MunicipalityRegionTable {
  code: string;
  region: string;
  valid_from: string;
  valid_until: string | null;
  recorded_at: string;
}

interface LibraryServiceTable {
  id: string;
  name: string;
  recorded_at: string;
}

interface ServiceMunicipalityTable {
  municipality_code: string;
  service_id: string;
  recorded_at: string;
  /** The first day on which the service serves the municipality. */
  valid_from: Generated<string>;
}

interface LibraryTable {
  number: string;
  service_id: string;
  municipality_code: string;
  name: string;
  guidance_point: Generated<0 | 1>;
  opened_on: string;
  closed_on: string | null;
  recorded_at: string;
  /** The library that goes on where this one has closed. */
  successor: string | null;
  /** Main library, branch and the like, as its register says. */
  kind: string | null;
  address: string | null;
  postcode: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** What was decided about a library, and how it was afterwards. */
interface LibraryChangeTable {
  id: string;
  number: string;
  kind: 'opened' | 'closed' | 'reopened' | 'corrected';
  on_day: string;
  name: string;
  municipality_code: string;
  guidance_point: 0 | 1;
  successor: string | null;
  /** How many affiliations went on elsewhere or ended with it. */
  moved: number;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

/** What was decided about who serves a municipality. */
interface ServingChangeTable {
  id: string;
  municipality_code: string;
  service_id: string;
  kind: 'serves' | 'taken-back';
  on_day: string;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

/** People and firms of a municipality in a period; of one period the last row counts. */
interface TargetGroupTable {
  municipality_code: string;
  period: string;
  seq: number;
  inhabitants: number | null;
  firms: number | null;
  firms_without_employees: number | null;
  firms_1_9: number | null;
  associations: number | null;
  source: string;
  by_person: string | null;
  recorded_at: string;
}

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

interface EnrolmentHistoryTable {
  id: string;
  seq: number;
  person_id: string;
  course: string;
  edition: string;
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

interface LibraryHistoryTable {
  number: string;
  seq: number;
  service_id: string;
  municipality_code: string;
  guidance_point: number;
  opened_on: string;
  closed_on: string | null;
  recorded_at: string;
}

interface MunicipalityHistoryTable {
  code: string;
  seq: number;
  population: number;
  population_date: string;
  recorded_at: string;
}

interface ServiceMunicipalityHistoryTable {
  municipality_code: string;
  seq: number;
  service_id: string;
  valid_from: string;
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

interface CourseEditionTable {
  slug: string;
  edition: string;
  content_hash: string;
  change_class: 'first' | 'editorial' | 'material';
  published_at: string;
  recorded_at: string;
}

interface HoldTable {
  id: string;
  name: string;
  course: string;
  edition: string;
  starts_on: string;
  ends_on: string;
  seats: number;
  self_enrol: 0 | 1;
  recorded_at: string;
  client_op_id: string | null;
  search_key: Generated<string>;
  sort_key: Generated<string>;
}

interface HoldLeaderTable {
  hold_id: string;
  person_id: string;
  recorded_at: string;
}

interface CourseDayTable {
  id: string;
  hold_id: string;
  step: string;
  held_on: string;
  starts_at: string;
  place: string;
  recorded_at: string;
  cancelled_at: string | null;
  cancelled_because: string | null;
}

interface EnrolmentTable {
  id: string;
  person_id: string;
  hold_id: string;
  course: string;
  edition: string;
  seq: number;
  state: EnrolmentState;
  step: string | null;
  due_at: string | null;
  last_at: string;
  recorded_at: string;
  held_back_because: string | null;
}

interface LearningEventTable {
  enrolment_id: string;
  seq: number;
  type: HistoryEvent['type'];
  payload: string;
  at: string;
  actor: string | null;
  recorded_at: string;
}

interface EnrolmentStepTable {
  enrolment_id: string;
  step: string;
  state: string;
  status: string;
  since: string;
}

/** A note of attendance that is a fact of the course, and since when. */
interface CountedAttendanceTable {
  attendance_id: string;
  recorded_at: string;
}

interface AttendanceTable {
  id: string;
  course_day_id: string;
  enrolment_id: string;
  outcome: 'attended' | 'excused' | 'absent';
  by_person: string;
  at: string;
  recorded_at: string;
  /** The note this one corrects, and why. */
  corrects: string | null;
  reason: string | null;
}

interface ReadingPlaceTable {
  enrolment_id: string;
  step: string;
  section: string;
  at: string;
}

interface ExceptionTable {
  id: string;
  person_id: string;
  kind: 'extra-time' | 'extra-attempt' | 'own-deadline' | 'may-grade';
  value: string;
  reason: string;
  by_person: string;
  valid_from: string;
  valid_until: string | null;
  recorded_at: string;
  enrolment_id: string | null;
  client_op_id: string | null;
}

interface AppealTable {
  id: string;
  enrolment_id: string;
  step: string;
  words: string;
  lodged_at: string;
  assessor_id: string | null;
  assigned_at: string | null;
  decision: 'retry' | 'pass' | 'dismissed' | null;
  feedback: string | null;
  decided_at: string | null;
  recorded_at: string;
}

interface QuizAttemptTable {
  id: string;
  enrolment_id: string;
  step: string;
  number: number;
  seed: string;
  started_at: string;
  deadline_at: string | null;
  handed_in_at: string | null;
  questions_right: number | null;
  score: number | null;
  recorded_at: string;
}

interface AttemptItemTable {
  attempt_id: string;
  slot: number;
  bank: string;
  question: string;
  option_order: string;
}

interface ResponseTable {
  attempt_id: string;
  slot: number;
  client_op_id: string;
  value: string;
  at: string;
  late: 0 | 1;
  recorded_at: string;
}

interface ItemScoreTable {
  attempt_id: string;
  slot: number;
  score: number;
  recorded_at: string;
}

interface SubmissionTable {
  id: string;
  enrolment_id: string;
  step: string;
  number: number;
  state: 'draft' | 'handed-in' | 'in-review' | 'returned' | 'accepted' | 'rejected';
  text: string;
  saved_at: string;
  handed_in_at: string | null;
  claimed_by: string | null;
  decided_at: string | null;
  recorded_at: string;
}

interface DocumentTable {
  sha256: string;
  media_type: string;
  bytes: Uint8Array;
  size: number;
  recorded_at: string;
}

interface SubmissionFileTable {
  submission_id: string;
  sha256: string;
  name: string;
  position: number;
  recorded_at: string;
}

interface GradingTable {
  id: string;
  submission_id: string;
  grader_id: string;
  decision: 'accepted' | 'returned' | 'rejected';
  rubric: string;
  feedback: string;
  at: string;
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

interface CertificateDocumentTable {
  number: string;
  language: 'da' | 'en';
  sha256: string;
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

interface SigningCertificateTable {
  sha256: string;
  chain: string;
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

interface AgreementTable {
  id: string;
  first_id: string;
  service_id: string | null;
  purpose: 'commitment' | 'referral' | 'cooperation';
  partner: string;
  about: string;
  signed_by: string;
  valid_from: string;
  valid_until: string;
  document: string | null;
  document_name: string | null;
  corrects: string | null;
  withdrawn: 0 | 1;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface NetworkMessageTable {
  id: string;
  subject: string;
  body: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface NetworkRecipientTable {
  message_id: string;
  person_id: string;
  letter: string | null;
  recorded_at: string;
}

interface PeerSessionTable {
  id: string;
  first_id: string;
  service_id: string;
  on_day: string;
  starts_at: string | null;
  place: string;
  topic: string;
  seats: number;
  taken: number;
  corrects: string | null;
  withdrawn: 0 | 1;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface CampaignSignupTable {
  id: string;
  /** The year and week, `2027-W06`. */
  week: string;
  service_id: string;
  takes_part: 0 | 1;
  /** Counts the words of one service about one week. */
  seq: number;
  by_person: string | null;
  recorded_at: string;
}

interface PeerSeatTable {
  id: string;
  session_first_id: string;
  person_id: string;
  taken: 0 | 1;
  /** Counts the words of one person about one session. */
  seq: number;
  recorded_at: string;
}

interface RolloutEventTable {
  id: string;
  service_id: string;
  type: 'invited' | 'committed' | 'paused' | 'resumed' | 'live';
  on_day: string;
  note: string;
  by_person: string | null;
  at: string;
  recorded_at: string;
  client_op_id: string | null;
}

interface SignOffRoundTable {
  id: string;
  wave_id: string;
  seq: number;
  snapshot_id: string;
  persons: number;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface SignOffServiceTable {
  round_id: string;
  service_id: string;
  outcome: 'opens' | 'override' | 'waits' | 'moved';
  to_wave_id: string | null;
  why: string;
  recorded_at: string;
}

interface SignOffTable {
  id: string;
  round_id: string;
  place: number;
  by_person: string;
  recorded_at: string;
}

interface SignOffEndTable {
  round_id: string;
  kind: 'refused' | 'withdrawn';
  why: string;
  by_person: string | null;
  recorded_at: string;
}

interface InvitationTable {
  id: string;
  service_id: string;
  wave_id: string;
  way: 'mail' | 'paper';
  answer_by: string;
  message: string;
  secret_hash: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface InvitationLetterTable {
  invitation_id: string;
  person_id: string;
  kind: 'invitation' | 'reminder';
  on_day: string;
  recorded_at: string;
}

interface InvitationAnswerTable {
  id: string;
  invitation_id: string;
  seq: number;
  answer: 'yes' | 'no' | 'later';
  reason: string;
  way: 'link' | 'hand';
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface WaveTable {
  id: string;
  first_id: string;
  name: string;
  opens_on: string;
  corrects: string | null;
  withdrawn: 0 | 1;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface WaveMemberTable {
  id: string;
  service_id: string;
  seq: number;
  wave_id: string | null;
  from_day: string;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface ReadinessTouchTable {
  service_id: string;
  n: number;
}

interface RolloutDateTable {
  id: string;
  on_day: string;
  target: number | null;
  note: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface OutreachTable {
  id: string;
  first_id: string;
  service_id: string | null;
  channel: 'local-paper' | 'posters' | 'flyers' | 'advertisements' | 'web' | 'invitation';
  on_day: string;
  last_day: string | null;
  place: string;
  amount: number;
  note: string;
  cost_kroner: number | null;
  paid_by: string;
  answer: 'none' | 'yes' | 'no' | 'later';
  document: string | null;
  document_name: string | null;
  corrects: string | null;
  withdrawn: 0 | 1;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

interface MeetingTable {
  id: string;
  first_id: string;
  service_id: string | null;
  on_day: string;
  starts_at: string | null;
  place: string;
  partners: string;
  held: 0 | 1;
  decisions: string;
  next_step: string;
  next_owner: string;
  next_on: string | null;
  next_done_on: string | null;
  corrects: string | null;
  withdrawn: 0 | 1;
  why: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

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

interface ImportRunTable {
  id: string;
  hold_id: string;
  by_person: string;
  /** Of the file and whether people are invited: the same import pressed twice is one. */
  digest: string;
  invite: 0 | 1;
  already: number;
  refused: number;
  started_at: string;
  ended_at: string | null;
  added: number | null;
  seated: number | null;
  recorded_at: string;
  waiting: number | null;
}

interface ImportRowTable {
  run_id: string;
  line: number;
  /** The row as it was judged, as JSON. */
  content: string;
  outcome: 'added' | 'seated' | 'already' | 'refused' | null;
  /** For the waiting list: the row takes no seat. */
  waits: Generated<0 | 1>;
}

interface ReservedNumberTable {
  number: string;
  /** The place in the status lists; null for a proof of attendance. */
  status_index: number | null;
  reserved_at: string;
  /** Null while, or for good if, no certificate has the number. */
  used_at: string | null;
}

interface StuckRecordTable {
  work: string;
  subject: string;
  fault: string;
  first_at: string;
  last_at: string;
  times: number;
}

interface ReportDocumentTable {
  snapshot_id: string;
  language: 'da' | 'en';
  sha256: string;
  recorded_at: string;
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

/** The tables as db/migrations create them; a test compares the two on both engines. */
export interface Schema {
  setting: SettingTable;
  municipality: MunicipalityTable;
  municipality_region: MunicipalityRegionTable;
  library_service: LibraryServiceTable;
  service_municipality: ServiceMunicipalityTable;
  library: LibraryTable;
  person: PersonTable;
  person_join: PersonJoinTable;
  person_join_row: PersonJoinRowTable;
  person_join_undone: PersonJoinUndoneTable;
  person_name: PersonNameTable;
  affiliation: AffiliationTable;
  role_grant: RoleGrantTable;
  affiliation_history: AffiliationHistoryTable;
  affiliation_correction: AffiliationCorrectionTable;
  certificate_history: CertificateHistoryTable;
  enrolment_history: EnrolmentHistoryTable;
  role_grant_history: RoleGrantHistoryTable;
  library_change: LibraryChangeTable;
  serving_change: ServingChangeTable;
  target_group: TargetGroupTable;
  library_history: LibraryHistoryTable;
  municipality_history: MunicipalityHistoryTable;
  service_municipality_history: ServiceMunicipalityHistoryTable;
  auth_session: AuthSessionTable;
  auth_challenge: AuthChallengeTable;
  auth_rate: AuthRateTable;
  email_change: EmailChangeTable;
  course_edition: CourseEditionTable;
  hold: HoldTable;
  hold_leader: HoldLeaderTable;
  course_day: CourseDayTable;
  counted_attendance: CountedAttendanceTable;
  enrolment: EnrolmentTable;
  learning_event: LearningEventTable;
  enrolment_step: EnrolmentStepTable;
  attendance: AttendanceTable;
  reading_place: ReadingPlaceTable;
  exception: ExceptionTable;
  appeal: AppealTable;
  quiz_attempt: QuizAttemptTable;
  attempt_item: AttemptItemTable;
  response: ResponseTable;
  item_score: ItemScoreTable;
  submission: SubmissionTable;
  document: DocumentTable;
  submission_file: SubmissionFileTable;
  grading: GradingTable;
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
  evidence: EvidenceTable;
  evidence_decision: EvidenceDecisionTable;
  evidence_request: EvidenceRequestTable;
  readiness_override: ReadinessOverrideTable;
  override_withdrawal: OverrideWithdrawalTable;
  agreement: AgreementTable;
  network_message: NetworkMessageTable;
  network_recipient: NetworkRecipientTable;
  peer_session: PeerSessionTable;
  peer_seat: PeerSeatTable;
  campaign_signup: CampaignSignupTable;
  rollout_event: RolloutEventTable;
  sign_off_round: SignOffRoundTable;
  sign_off_service: SignOffServiceTable;
  sign_off: SignOffTable;
  sign_off_end: SignOffEndTable;
  invitation: InvitationTable;
  invitation_letter: InvitationLetterTable;
  invitation_answer: InvitationAnswerTable;
  wave: WaveTable;
  wave_member: WaveMemberTable;
  rollout_date: RolloutDateTable;
  readiness_touch: ReadinessTouchTable;
  outreach: OutreachTable;
  meeting: MeetingTable;
  help_point: HelpPointTable;
  help_consent: HelpConsentTable;
  guidance_log: GuidanceLogTable;
  guidance_undo: GuidanceUndoTable;
  outbox: OutboxTable;
  import_run: ImportRunTable;
  import_row: ImportRowTable;
  reserved_number: ReservedNumberTable;
  stuck_record: StuckRecordTable;
  person_lookup: PersonLookupTable;
  snapshot: SnapshotTable;
  report_document: ReportDocumentTable;
  audit: AuditTable;
}

export type Row<T extends keyof Schema> = Selectable<Schema[T]>;
export type NewRow<T extends keyof Schema> = Insertable<Schema[T]>;
