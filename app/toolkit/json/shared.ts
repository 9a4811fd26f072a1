import type { Problem } from '#curriculum/problem.ts';

export const problemOf = ({ file, line, column, path, message, severity }: Problem) => ({
  file,
  line,
  column,
  path,
  message,
  severity,
});

export type Outcome = { ok: boolean; reason?: string };
