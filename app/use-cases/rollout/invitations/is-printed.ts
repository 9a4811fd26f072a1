import type { OpenInvitation } from './unanswered-on.server.ts';

/** Whether the letter of an invitation that awaits its answer is printed: on paper, until the day to answer by. */
export const isPrinted = ({ way, answerBy }: Pick<OpenInvitation, 'way' | 'answerBy'>, today: string): boolean =>
  way === 'paper' && today <= answerBy;
