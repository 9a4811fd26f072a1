import type { Answer, Question } from './question.ts';

export type AnswerIssue = 'empty' | 'choose-one' | 'not-an-option' | 'not-a-number' | 'too-long';
type Parsed = { ok: true; answer: Answer } | { ok: false; issue: AnswerIssue };

const longest = 200;

/** Reads a form's answer to a question. An answer in the wrong form is refused; we do not guess. */
export function parseAnswer(question: Question, raw: readonly string[]): Parsed {
  const given = raw.filter((each) => each.trim() !== '');
  if (given.length === 0) return { ok: false, issue: 'empty' };
  if (question.kind !== 'multiple' && given.length > 1) return { ok: false, issue: 'choose-one' };
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const known = question.options.map(({ id }) => id);
      if (given.some((id) => !known.includes(id))) return { ok: false, issue: 'not-an-option' };
      return { ok: true, answer: { chosen: known.filter((id) => given.includes(id)) } };
    }
    case 'true-false':
      if (given[0] !== 'true' && given[0] !== 'false') return { ok: false, issue: 'not-an-option' };
      return { ok: true, answer: { said: given[0] === 'true' } };
    case 'numeric': {
      // A number with too many digits would become Infinity, which is stored as null.
      if (given[0]!.length > longest) return { ok: false, issue: 'too-long' };
      const number = parseDanishNumber(given[0]!, question.unit);
      return number === undefined ? { ok: false, issue: 'not-a-number' } : { ok: true, answer: { number } };
    }
    case 'short-text': {
      const text = given[0]!.normalize('NFC').trim();
      return text.length > longest ? { ok: false, issue: 'too-long' } : { ok: true, answer: { text } };
    }
  }
}

/** "1.234,5", "1234,5", "1234.5", "80 %" and "500,-" as Danes write them; undefined when it is no number. */
export function parseDanishNumber(text: string, unit?: string): number | undefined {
  let bare = text.replace(/[\s\u00a0]/g, '').replace('−', '-');
  for (const sign of [unit, '%', 'procent', 'pct.', 'pct', 'kroner', 'kr.', 'kr', ',-']) {
    const word = sign?.replace(/\s/g, '');
    if (word && bare.toLowerCase().endsWith(word.toLowerCase())) bare = bare.slice(0, -word.length);
  }
  const thousands = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare);
  if (!thousands && !/^-?\d+([.,]\d+)?$/.test(bare)) return undefined;
  const plain = thousands ? bare.replaceAll('.', '').replace(',', '.') : bare.replace(',', '.');
  // JSON stores -0 as 0, so we turn it into 0 at once.
  return Number(plain) + 0;
}
