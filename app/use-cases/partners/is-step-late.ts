type Step = { nextOn: string | null; nextDoneOn: string | null };

/** A next step is late once its day has passed without anybody noting that it was done. */
export const isStepLate = ({ nextOn, nextDoneOn }: Step, today: string): boolean =>
  nextOn !== null && nextDoneOn === null && nextOn < today;
