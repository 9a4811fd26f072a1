/** The key of the letter to a leader of which somebody cannot come; taking it back finds the letter by it. */
export const regretKey = (regretId: string, leaderId: string) => `regret:${regretId}:${leaderId}`;
