/** The address of a question of a test, by its slot, or of the page before handing in. */
export const addressOf = (step: string, next: string): string =>
  next === 'review' ? `${step}/review` : `${step}/questions/${next}`;
