import type { Answer, Question } from './question.ts';
import { scoreAnswer } from './score-answer.ts';

/**
 * What is shown about one question after the attempt: for each option whether it was chosen, whether it is right, and
 * why.
 */
export type Feedback = {
  right: boolean;
  options: { text: string; chosen: boolean; correct: boolean; feedback: string }[];
  /** For questions without options: what was answered, what is right, and why. */
  said?: { answer: string; expected: string; feedback: string };
};

export function feedbackOf(question: Question, answer: Answer | undefined): Feedback {
  const right = scoreAnswer(question, answer) === 1;
  if ('options' in question) {
    const chosen = answer && 'chosen' in answer ? answer.chosen : [];
    const options = question.options.map(({ id, text, correct, feedback }) => ({
      text,
      correct,
      feedback,
      chosen: chosen.includes(id),
    }));
    return { right, options };
  }
  const feedback = right ? question.feedback.right : question.feedback.wrong;
  return { right, options: [], said: { answer: spoken(answer), expected: expectedOf(question), feedback } };
}

function expectedOf(question: Exclude<Question, { options: unknown }>): string {
  switch (question.kind) {
    case 'true-false':
      return question.answer ? 'Rigtigt' : 'Forkert';
    case 'numeric':
      return [danish(question.answer), question.unit].filter(Boolean).join(' ');
    case 'short-text':
      return question.accept[0]!;
  }
}

function spoken(answer: Answer | undefined): string {
  if (!answer) return '';
  if ('said' in answer) return answer.said ? 'Rigtigt' : 'Forkert';
  if ('number' in answer) return danish(answer.number);
  return 'text' in answer ? answer.text : '';
}

const danish = (value: number) => String(value).replace('.', ',');
