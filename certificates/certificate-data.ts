/** The data on every printed paper. Days are `YYYY-MM-DD`. */
type Paper = {
  language: 'da' | 'en';
  number: string;
  name: string;
  issuer: string;
  course: string;
  edition: string;
  /** How the adviser showed what was learnt, or what attendance covered, one line each. */
  evidence: string[];
  /** The kinds of the steps, in course order; they are drawn on the line. */
  steps: StepMark[];
  issuedOn: string;
  /** The instant of issue; the signature contains it too. */
  issuedAt: string;
  library: string;
  verifyUrl: string;
  /** True if the person is invented: the page then says so. */
  demo: boolean;
};

/** The data of a certificate; its last valid day is the day before `validUntil`. */
export type CertificateData = Paper & {
  /** Earned by the whole course or by a renewal. */
  variant?: 'course' | 'renewal';
  validFrom: string;
  lastValidDay: string;
  /** The additional data of the badge; undefined if no badge is made. */
  badge?: BadgeData;
};

/** The data of a proof of attendance: it certifies nothing, so it has no period and no badge. */
export type AttendanceData = Paper & { variant: 'attendance'; days: string[] };

export type PrintedData = CertificateData | AttendanceData;

/** The issuer's public address, the slug of the course, a place in the status lists, and the period as instants. */
export type BadgeData = {
  site: string;
  course: string;
  learned: Learned;
  statusIndex: number;
  validFrom: string;
  validUntil: string;
};

/** What everybody learned, what they chose among, how long the lessons take, and the level if the edition has one. */
export type Learned = {
  always: readonly string[];
  choices: readonly { n: number; of: readonly string[] }[];
  minutes: number;
  level?: string;
};

export type StepMark = 'lesson' | 'practical' | 'quiz' | 'day';
