import type { Generated } from 'kysely';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import type { HistoryEvent } from '#curriculum/flow/flow-event.ts';

interface EnrolmentHistoryTable {
  id: string;
  seq: number;
  person_id: string;
  course: string;
  edition: string;
  recorded_at: string;
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

/** An adviser cannot come to a course day; `undone_at` says that they took it back. */
interface RegretTable {
  id: string;
  enrolment_id: string;
  course_day_id: string;
  reason: string;
  recorded_at: string;
  undone_at: string | null;
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

/** A note of attendance that is a fact of the course, and since when. */
interface CountedAttendanceTable {
  attendance_id: string;
  recorded_at: string;
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

interface StepRatingTable {
  enrolment_id: string;
  step: string;
  edition: string;
  score: number;
  words: string;
  at: string;
}

interface FormDoneTable {
  operation: string;
  enrolment_id: string;
  at: string;
}

interface ExerciseTryTable {
  enrolment_id: string;
  step: string;
  exercise: string;
  tries: number;
  /** Answers as JSON. */
  first_answer: string;
  last_answer: string;
  first_at: string;
  last_at: string;
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
  /** How many of its questions were asked in an earlier attempt at the step. */
  repeated: Generated<number>;
  recorded_at: string;
}

/** A question that the adviser marked to come back to. */
interface AttemptFlagTable {
  attempt_id: string;
  slot: number;
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

interface DoubleGradingTable {
  submission_id: string;
  part: 'first' | 'second' | 'settling';
  grader_id: string;
  decision: 'accepted' | 'returned' | 'rejected';
  rubric: string;
  feedback: string;
  /** Why the settling decides as it does. */
  reason: string | null;
  at: string;
  recorded_at: string;
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

interface OwnNoteTable {
  enrolment_id: string;
  step: string;
  section: string;
  body: string;
  at: string;
}

interface BookmarkTable {
  enrolment_id: string;
  step: string;
  section: string;
  at: string;
}

/** Holds, enrolments, what happened in them, tests, hand-ins and gradings. */
export interface LearningTables {
  enrolment_history: EnrolmentHistoryTable;
  course_edition: CourseEditionTable;
  hold: HoldTable;
  hold_leader: HoldLeaderTable;
  course_day: CourseDayTable;
  regret: RegretTable;
  counted_attendance: CountedAttendanceTable;
  enrolment: EnrolmentTable;
  learning_event: LearningEventTable;
  enrolment_step: EnrolmentStepTable;
  attendance: AttendanceTable;
  exercise_try: ExerciseTryTable;
  form_done: FormDoneTable;
  step_rating: StepRatingTable;
  reading_place: ReadingPlaceTable;
  own_note: OwnNoteTable;
  bookmark: BookmarkTable;
  exception: ExceptionTable;
  appeal: AppealTable;
  quiz_attempt: QuizAttemptTable;
  attempt_item: AttemptItemTable;
  attempt_flag: AttemptFlagTable;
  response: ResponseTable;
  item_score: ItemScoreTable;
  submission: SubmissionTable;
  submission_file: SubmissionFileTable;
  grading: GradingTable;
  double_grading: DoubleGradingTable;
  import_run: ImportRunTable;
  import_row: ImportRowTable;
}
