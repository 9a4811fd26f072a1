import type { Course } from '#curriculum/flow/course.ts';

/** A place on the way to a certificate: any of these steps takes a person past it. */
export type Station = { steps: string[]; kind: Course['steps'][number]['kind'] | 'seat' | 'start' | 'issue' };
/** The way of one course edition, from asking for a seat to the certificate. */
export type Path = { id: string; stations: Station[] };

/** What is known on a day about the people, courses and places. Days are written `2027-03-01`. */
export type ForecastFacts = {
  asOf: string;
  services: {
    id: string;
    population: number;
    /** How many municipalities it serves: each shows its verdict. */
    municipalities: number;
    /** Are the papers met as they stand on the day? */
    papers: boolean;
  }[];
  paths: Path[];
  /** The path of the edition that new seats are on. */
  newest: string;
  /** Who works at a service and is certified or guides there. */
  staff: Staff[];
  /** Everybody on the way to a certificate. */
  pipeline: Enrolled[];
  holds: { id: string; startsOn: string }[];
  /** The coming days of courses. */
  courseDays: { holdId: string; step: string; on: string }[];
  learned: Learned;
};

export type Staff = {
  serviceId: string;
  personId: string;
  from: string;
  until: string | null;
  /** The first day without the certificate they hold now. */
  certifiedUntil: string | null;
  /** Guides citizens without having passed the module on confidentiality. */
  blocks: boolean;
};

export type Enrolled = {
  personId: string;
  serviceId: string;
  path: string;
  holdId: string;
  /** The steps taken, with `seat` and `start`. */
  done: string[];
  /** The day of the last one, or of the request. */
  since: string;
  /** The last day to finish. */
  finishBy: string;
};

/** What earlier courses, certificates and affiliations have shown. */
export type Learned = {
  /** Of the whole nation: how many people took a step after so many days of waiting for it. */
  waits: { step: string; days: number; people: number }[];
  /** Of each service: how many took a step, and how many days that took them together. */
  taken: { serviceId: string; step: string; people: number; days: number }[];
  /** Who gave up, failed or ran out of time, with how many stations behind them and after how many days of waiting. */
  dropped: { serviceId: string; path: string; stations: number; days: number; people: number }[];
  completions: { serviceId: string; people: number; days: number }[];
  /** Certificates that have run out, and how many days before the end the renewed ones were renewed (negative: after). */
  renewals: {
    ended: number;
    renewed: { daysBefore: number; people: number }[];
    /** A share to count with in place of the one that was seen. */
    assumed?: number;
  };
  /** Affiliations that ended, and the days that all of them lasted. */
  turnover: { left: number; personDays: number };
};
