/** What every paper says. Days are `YYYY-MM-DD`. */
type Paper = {
  language: 'da' | 'en';
  number: string;
  name: string;
  issuer: string;
  course: string;
  edition: string;
  /** What the course was proved with, or what attendance covered, one line each. */
  evidence: string[];
  /** The kinds of the steps, in the order of the course; they stand on the line. */
  steps: StepMark[];
  issuedOn: string;
  /** The instant of issue; a signature says it. */
  issuedAt: string;
  library: string;
  verifyUrl: string;
  /** Made from invented people: the page says so in words. */
  demo: boolean;
};

/** What a certificate says; the last valid day is the day before `validUntil`. */
export type CertificateData = Paper & {
  /** What was earned: the whole course, or a renewal of what was there. */
  variant?: 'course' | 'renewal';
  validFrom: string;
  lastValidDay: string;
  /** What the badge says beside this; none where no badge is made. */
  badge?: BadgeData;
};

/** What a proof of attendance says: it certifies nothing, so it has no period and no badge. */
export type AttendanceData = Paper & { variant: 'attendance'; days: string[] };

export type PrintedData = CertificateData | AttendanceData;

/** The public address of the issuer, the course by its slug, a place in the status lists, and the period as instants. */
export type BadgeData = { site: string; course: string; statusIndex: number; validFrom: string; validUntil: string };

export type StepMark = 'lesson' | 'practical' | 'quiz' | 'day';
