type Issue = { field: string; problem: string };
type KeyOf<Each extends Issue> = Each extends Issue ? `${Each['field']}.${Each['problem']}` : never;

/** The key of the words for a refused field: "heldOn.not-a-day". Its type knows which field can have which problem. */
export const issueKey = <Each extends Issue>({ field, problem }: Each): KeyOf<Each> =>
  `${field}.${problem}` as KeyOf<Each>;
