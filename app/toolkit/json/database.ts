import type { Outcome } from './shared.ts';

type Stuck = { work: string; subject: string; fault: string; since: string; last: string; times: number };
/** What the verbs of db print with `--json`. */
export const databaseJson = {
  'db migrate': (migrations: readonly string[]) => ({ migrations: [...migrations] }),
  'db seed': ({ people, certificates }: { people: number; certificates: number }) => ({ people, certificates }),
  'db seed without a demo': (places: boolean) => ({ places }),
  'db backup|restore': ({ ok, reason }: Outcome) => ({ ok, reason }),
  'db rebuild': ({ enrolments, differed }: { enrolments: number; differed: number }) => ({ enrolments, differed }),
  'db check': (problems: readonly string[]) => ({ problems: [...problems] }),
  'db stuck': (stuck: readonly Stuck[]) => ({
    stuck: stuck.map(({ work, subject, fault, since, last, times }) => ({ work, subject, fault, since, last, times })),
  }),
  /** Refused before the verb did anything. */
  refused: (error: string) => ({ error }),
};
