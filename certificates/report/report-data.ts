/** The one part of the country in which a municipality is counted. */
export const reportParts = [
  'ready',
  'papers-no',
  'papers-unknown',
  'people-under-way',
  'people-not-begun',
  'people-unknown',
] as const;
export type ReportPart = (typeof reportParts)[number];

export type ReportRow = {
  code: string;
  name: string;
  region: string | null;
  part: ReportPart;
  /** How many advisers count of how many that are required; null if nobody knows. */
  counted: number | null;
  required: number;
  /** What is missing besides advisers: the name of the gate, and whether it is not met, too old, or not known. */
  lacks: { gate: string; is: 'not-met' | 'stale' | 'unknown' }[];
  /** How many of ten, or null where too few have finished to say. */
  chance: number | null;
};

/** The forecast beside the answer: how many municipalities have their people ready. */
export type ReportForecast = {
  by: string;
  target: number;
  today: number;
  low: number;
  middle: number;
  high: number;
  nothingNew: number;
  chance: number;
  draws: number;
  seed: string;
};

/** How many municipalities were ready on days until the snapshot, and with which band they may be on days ahead. */
export type ReportTrend = {
  past: { day: string; ready: number }[];
  ahead: { day: string; low: number; middle: number; high: number }[];
};

/** What the notes of guidance say of the days until the snapshot; a count that is null is hidden, because it is small. */
export type ReportGuidance = { from: string; until: string; sessions: number | null; troubled: number | null };

/** Outlines as SVG paths of straight lines, in a box with this corner and size. */
export type OutlinedMap = { paths: { code: string; d: string }[]; x: number; y: number; width: number; height: number };

/** Everything a report prints. Days are `YYYY-MM-DD`, instants are in UTC. */
export type ReportData = {
  variant: 'report';
  language: 'da' | 'en';
  /** The code of its check page. */
  number: string;
  issuer: string;
  demo: boolean;
  /** When the snapshot was taken; the signature has it too. */
  issuedAt: string;
  /** The day and the time of that in the language of the report. */
  taken: { day: string; on: string; at: string; by: string | null };
  asOf: string;
  isAhead: boolean;
  rows: ReportRow[];
  people: { met: [number, number, number]; unmet: [number, number, number]; unknown: [number, number, number] };
  missing: number;
  now: { training: number; free: number };
  forecast: ReportForecast | null;
  /** Why there is none: the day has come, too few have finished, or it is more than two years away. */
  noForecast: 'has-come' | 'too-few' | 'too-far';
  trend: ReportTrend;
  guidance: ReportGuidance;
  /** The next wave that opens with services in it, if there is one. */
  wave: { name: string; opensOn: string; services: number } | null;
  /** What is required: its name, when it is met, and for how many days a paper counts. */
  gates: { kind: 'staffing' | 'confidentiality' | 'evidence'; short: string; title: string; days: number | null }[];
  policy: { version: string; from: string; peoplePerAdviser: number; least: number; most: number; marginDays: number };
  populationDays: string[];
  overrides: { place: string; reason: string; by: string; lastDay: string }[];
  sha256: string;
  checkUrl: string;
  /** The outlines of the municipalities, and those around the capital once more, enlarged. */
  map: OutlinedMap & { capital: OutlinedMap; attribution: string };
};
