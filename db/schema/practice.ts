interface PracticeSettingTable {
  id: string;
  person_id: string;
  /** The day on which the person began. */
  since: string;
  stopped_at: string | null;
  remind: 'never' | 'monday' | 'thursday';
  /** The last day on which a reminder was considered. */
  looked_on: string | null;
  recorded_at: string;
}

interface PracticeAnswerTable {
  id: string;
  person_id: string;
  course: string;
  edition: string;
  question: string;
  /** The operation of the first try; the second one has it too. */
  round: string;
  nth: 1 | 2;
  value: string;
  share: number;
  certainty: number | null;
  on_day: string;
  client_op_id: string;
  recorded_at: string;
}

interface PracticeCardTable {
  id: string;
  person_id: string;
  course: string;
  /** The edition of which the question was last asked. */
  edition: string;
  question: string;
  first_on: string;
  last_on: string;
  due_on: string;
  stability: number;
  difficulty: number;
  asked: number;
  missed: number;
  last: 'right' | 'helped' | 'partly' | 'wrong';
  recorded_at: string;
}

/** Practice with questions of a course: who takes part, what they answered and what is due. */
export interface PracticeTables {
  practice_setting: PracticeSettingTable;
  practice_answer: PracticeAnswerTable;
  practice_card: PracticeCardTable;
}
