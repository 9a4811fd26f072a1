/** An own note beside a section has at most this many characters. */
export const longestNote = 4_000;
