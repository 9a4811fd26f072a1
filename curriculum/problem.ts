/** One thing that is wrong in a file, with its place and what to do about it. */
export type Problem = {
  file: string;
  line: number;
  column: number;
  path: string;
  message: string;
  severity: 'error' | 'warning';
};
