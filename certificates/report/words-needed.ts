import type { ReportData, ReportPart } from './report-data.ts';

type Ready = { ready: number; on: string };
/** The texts that a report needs in each language. */
export type WordsNeeded = {
  locale: string;
  title: (day: string) => string;
  running: string;
  day: { ahead: (day: string) => string; past: (day: string) => string };
  answer: (ready: number, of: number, when: string) => string;
  sub: (papers: number, people: number, missing: number) => string;
  unknown: (n: number) => string;
  parts: Record<ReportPart, { name: string; short: string; means: string }>;
  squares: (of: number, counts: string) => string;
  expect: string;
  expected: (by: string, middle: number, low: number, high: number) => string;
  target: (target: number, of10: string) => string;
  nothingNew: (today: number, then: number) => string;
  noForecast: Record<ReportData['noForecast'], string>;
  doing: string;
  seats: (free: number) => string;
  training: (n: number) => string;
  asks: (n: number) => string;
  covering: (missing: number) => string;
  wave: (name: string, day: string, services: number) => string;
  axes: { heading: string; head: string[]; enough: string; short: string; unknown: string; all: string };
  trend: {
    heading: (isAhead: boolean) => string;
    alt: (
      first: Ready,
      now: Ready,
      band: { low: number; middle: number; high: number; on: string } | undefined,
    ) => string;
    key: (now: string, isAhead: boolean, target: number | null) => string;
  };
  guidance: {
    days: (from: string, until: string) => string;
    sessions: (n: number) => string;
    none: string;
    hidden: string;
    troubled: (n: number) => string;
    troubleHidden: string;
  };
  map: {
    heading: string;
    alt: (counts: string) => string;
    inset: string;
    regions: (day: string) => string;
    head: string[];
    country: string;
    noRegion: string;
  };
  rows: {
    heading: (from: string, to: string) => string;
    summary: (at: number, of: number) => string;
    head: string[];
    of: (counted: number, required: number) => string;
    unknown: string;
    advisers: (n: number) => string;
    stale: (gate: string) => string;
    unsure: (gate: string) => string;
    papersUnknown: (n: number) => string;
    few: string;
    over: string;
    under: string;
  };
  made: {
    heading: string;
    means: string;
    all: (gates: number, days: number, ahead: boolean) => string;
    never: string;
    chance: string;
    draws: (draws: string, seed: string) => string;
    chanceOf: string;
    sources: string;
    source: {
      certificates: (when: string) => string;
      papers: string;
      population: (days: string) => string;
      borders: string;
    };
    gates: (version: string, from: string) => string;
    gateHead: string[];
    counted: string;
    days: (n: number) => string;
    staffing: (per: string, least: number, most: number) => string;
    overrides: string;
    noOverrides: string;
    override: (place: string, by: string, lastDay: string, reason: string) => string;
  };
  check: {
    heading: string;
    go: string;
    shows: string;
    hash: string;
    taken: (weekday: string, day: string, at: string, by: string | null) => string;
    link: (address: string) => string;
    qr: (address: string) => string;
  };
  foot: (version: string, hash: string) => string;
  page: (at: number, of: number) => string;
  demo: string;
  development: string;
  signed: string;
  signature: { reason: string; field: string; from: (issuer: string) => string; development: string };
  unsaid: string;
};
