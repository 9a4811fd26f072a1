/** One answer to a question: the share it earned, and how sure the adviser was, from 1 (a guess) to 4 (quite sure). */
export type Try = { share: number; certainty: number | null };

/** How one asking of a question went: right at once, right with help, partly right, or wrong. */
export type Outcome = 'right' | 'helped' | 'partly' | 'wrong';
/** How well the question is remembered, in the words of FSRS. */
export type Grade = 'again' | 'hard' | 'good' | 'easy';

const right = (each: Try | undefined) => each !== undefined && each.share >= 1;

/** A second try comes after the hint, so a right one is right with help. */
export function outcomeOf([first, second]: readonly Try[]): Outcome {
  if (right(first)) return 'right';
  if (right(second)) return 'helped';
  return Math.max(first?.share ?? 0, second?.share ?? 0) > 0 ? 'partly' : 'wrong';
}

/**
 * A right answer that was a guess is hard, one that the adviser was quite sure of is easy. Half of a rule does not help at
 * the desk, so what is partly right is asked again as soon as what is wrong.
 */
export function gradeOf(tries: readonly Try[]): Grade {
  switch (outcomeOf(tries)) {
    case 'right':
      return tries[0]?.certainty === 1 ? 'hard' : tries[0]?.certainty === 4 ? 'easy' : 'good';
    case 'helped':
      return 'hard';
    case 'partly':
    case 'wrong':
      return 'again';
  }
}
