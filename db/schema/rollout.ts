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

interface RolloutDateTable {
  id: string;
  on_day: string;
  target: number | null;
  note: string;
  by_person: string | null;
  client_op_id: string | null;
  recorded_at: string;
}

/** Waves, invitations, sign-offs, and what happened to each service in the rollout. */
export interface RolloutTables {
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
}
