import { randomFrom } from '#curriculum/random-from.ts';
import type { ByDate, Person } from './people-of.ts';

type Given = {
  here: readonly Person[];
  /** How many advisers are needed on each date. */
  required: readonly number[];
  seed: string;
  draws: number;
  steps: number;
};

/** One place drawn many times: whether its people are ready, draw by draw and date by date. */
export function simulateService({ here, required, seed, draws, steps }: Given) {
  const width = steps + 1;
  // Changes of the number who count, and of those who guide without knowing the rules; summed up along the dates.
  const counts = new Int16Array(draws * width);
  const blocks = new Int16Array(draws * width);
  // What is the same in every draw, so that only those who leave need writing draw by draw.
  const counted0 = new Int16Array(width);
  const blocked0 = new Int16Array(width);
  for (const person of here) {
    const random = randomFrom(`${seed} ${person.key}`);
    const { from, until, countsUntil, finish, renewal } = person;
    if (from >= until) continue;
    if (finish === null && renewal === null) {
      const end = Math.min(until, countsUntil);
      add(counted0, 0, from, end);
      if (person.blocks) add(blocked0, 0, from, until);
      for (let draw = 0, row = 0; draw < draws; draw++, row += width) {
        const leaves = Math.max(from, firstBy(person.leaving, random()));
        remove(counts, row, leaves, end);
        if (person.blocks) remove(blocks, row, leaves, until);
      }
      continue;
    }
    for (let draw = 0, row = 0; draw < draws; draw++, row += width) {
      const end = Math.min(firstBy(person.leaving, random()), until);
      const again = renewal === null ? never : firstBy(renewal, random());
      const finishes = finish === null ? never : firstBy(finish, random());
      if (from >= end) continue;
      const back = Math.min(again, finishes);
      add(counts, row, from, back <= countsUntil ? end : Math.min(end, countsUntil));
      if (back > countsUntil) add(counts, row, Math.max(from, back), end);
      if (person.blocks) add(blocks, row, from, Math.min(end, finishes));
    }
  }
  const ready = new Uint8Array(draws * steps);
  const hits = required.map(() => 0);
  let hitsBy = 0;
  const someone = here.length > 0;
  for (let draw = 0; draw < draws; draw++) {
    let [counted, blocked, ever] = [0, 0, 0];
    for (let step = 0; step < steps; step++) {
      counted += counted0[step]! + counts[draw * width + step]!;
      blocked += blocked0[step]! + blocks[draw * width + step]!;
      if (!someone || counted < required[step]! || blocked > 0) continue;
      ready[draw * steps + step] = 1;
      hits[step]! += 1;
      ever = 1;
    }
    hitsBy += ever;
  }
  return {
    ready,
    chances: hits.map((each) => each / draws),
    chanceBy: hitsBy / draws,
    nothingNew: required.map((needed, step) => someone && asToday(here, needed, step)),
    onTime: someone && allOnTime(here, required.at(-1)!, steps - 1),
  };
}

/** Are they ready on a date if nobody finishes, renews or leaves? */
function asToday(here: readonly Person[], needed: number, step: number): boolean {
  const there = here.filter(({ from, until }) => from <= step && step < until);
  return there.filter(({ countsUntil }) => step < countsUntil).length >= needed && !there.some(({ blocks }) => blocks);
}

/** Are they ready on a date if everybody finishes on time, everybody renews and nobody leaves? */
function allOnTime(here: readonly Person[], needed: number, step: number): boolean {
  const there = here.filter(({ from, until }) => from <= step && step < until);
  return (
    there.filter(({ countsUntil, onTime }) => countsUntil > 0 || onTime <= step).length >= needed &&
    !there.some(({ blocks, onTime }) => blocks && onTime > step)
  );
}

const never = Number.MAX_SAFE_INTEGER;

/** The first date by which it has happened in a draw; past the last one if never. */
function firstBy(chances: ByDate, drawn: number): number {
  let [low, high] = [0, chances.length];
  if (drawn >= chances[high - 1]!) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chances[middle]! > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}

function add(changes: Int16Array, row: number, from: number, until: number): void {
  if (from >= until) return;
  changes[row + from]! += 1;
  changes[row + until]! -= 1;
}

function remove(changes: Int16Array, row: number, from: number, until: number): void {
  if (from >= until) return;
  changes[row + from]! -= 1;
  changes[row + until]! += 1;
}
