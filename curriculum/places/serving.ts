/** A service serves a municipality from a day, until another does. */
export type Served = { from: string; serviceId: string };
export type ServingRefusal = 'before-first' | 'later-planned' | 'serves-already';

/**
 * Who serves a municipality when, from everything that was recorded about it: of one day the last that was said counts, and
 * whoever goes on serving is named once.
 */
export function servingTimeline(recorded: readonly (Served & { seq: number })[]): Served[] {
  const said = new Map<string, Served>();
  for (const { from, serviceId } of [...recorded].sort((a, b) => a.seq - b.seq)) said.set(from, { from, serviceId });
  const sorted = [...said.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  return sorted.filter(({ serviceId }, at) => sorted[at - 1]?.serviceId !== serviceId);
}

/** The service that serves on a day; before the first that is known it is that one. */
export const servingOn = (timeline: readonly Served[], day: string): Served | undefined =>
  timeline.findLast(({ from }) => from <= day) ?? timeline[0];

/** Why a service cannot serve from a day on: a municipality has one service on a day, so a change of that day or later is taken back first. */
export function whyNotServe(timeline: readonly Served[], { from, serviceId }: Served): ServingRefusal | undefined {
  if (timeline[0] && from <= timeline[0].from) return 'before-first';
  if (timeline.some((each) => each.from >= from)) return 'later-planned';
  return servingOn(timeline, from)?.serviceId === serviceId ? 'serves-already' : undefined;
}
