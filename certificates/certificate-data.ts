/** What a certificate says. Days are `YYYY-MM-DD`; the last valid day is the day before `validUntil`. */
export type CertificateData = {
  language: 'da' | 'en';
  number: string;
  name: string;
  issuer: string;
  /** What was earned: the whole course, or a renewal of what was there. */
  variant?: 'course' | 'renewal';
  course: string;
  edition: string;
  /** What the course was proved with, one line each. */
  evidence: string[];
  /** The kinds of the steps, in the order of the course; they stand on the line. */
  steps: StepMark[];
  validFrom: string;
  lastValidDay: string;
  issuedOn: string;
  /** The instant of issue; a signature says it. */
  issuedAt: string;
  library: string;
  verifyUrl: string;
  /** Made from invented people: the page says so in words. */
  demo: boolean;
  /** What the badge says beside this; none where no badge is made. */
  badge?: BadgeData;
};

/** The public address of the issuer, the course by its slug, a place in the status lists, and the period as instants. */
export type BadgeData = { site: string; course: string; statusIndex: number; validFrom: string; validUntil: string };

export type StepMark = 'lesson' | 'practical' | 'quiz' | 'day';
