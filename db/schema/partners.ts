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

interface PeerSeatTable {
  id: string;
  session_first_id: string;
  person_id: string;
  taken: 0 | 1;
  /** Counts the words of one person about one session. */
  seq: number;
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

/** What is agreed and done with partners. */
export interface PartnersTables {
  agreement: AgreementTable;
  network_message: NetworkMessageTable;
  network_recipient: NetworkRecipientTable;
  peer_session: PeerSessionTable;
  peer_seat: PeerSeatTable;
  campaign_signup: CampaignSignupTable;
  outreach: OutreachTable;
  meeting: MeetingTable;
}
