/** How long an answer may be under way. Whoever typed before the end has answered in time. */
export const timeForTheWay = 5_000;

/** Does an answer that came in at this instant count? */
export function isInTime(deadline: string | null, cameAt: string): boolean {
  return deadline === null || Date.parse(cameAt) <= Date.parse(deadline) + timeForTheWay;
}

/** An attempt can be scored by the clock once nothing that was sent in time is still under way: deadlines before this. */
export function deadlinesOver(now: string): string {
  return new Date(Date.parse(now) - timeForTheWay).toISOString();
}
