export type Remedy = 'retry' | 'pass' | 'dismissed';
export type WordsIssue = 'words-missing' | 'words-too-long';
export type AppealIssue = 'no-decision' | WordsIssue;

const fewestLetters = 10;
const mostLetters = 5_000;

/** The text of a decision or a complaint: long enough to be answered, short enough to be read. */
export function parseWords(text: string): { ok: true; words: string } | { ok: false; issue: WordsIssue } {
  const words = text.trim();
  if (words.length < fewestLetters) return { ok: false, issue: 'words-missing' };
  return words.length > mostLetters ? { ok: false, issue: 'words-too-long' } : { ok: true, words };
}

/** An appeal gives one more try, passes the step or is dismissed. It always needs a reason. */
export function parseAppealDecision(given: {
  decision: string;
  feedback: string;
}): { ok: true; decision: Remedy; feedback: string } | { ok: false; issue: AppealIssue } {
  const { decision } = given;
  if (decision !== 'retry' && decision !== 'pass' && decision !== 'dismissed')
    return { ok: false, issue: 'no-decision' };
  const parsed = parseWords(given.feedback);
  return parsed.ok ? { ok: true, decision, feedback: parsed.words } : parsed;
}
