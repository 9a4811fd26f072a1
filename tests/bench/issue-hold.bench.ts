import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { findSigningKey } from '#app/platform/certificate-key.server.ts';
import { seeIssuing } from '#app/use-cases/certificates/issuing/see-issuing.server.ts';
import { startIssuing } from '#app/use-cases/certificates/issuing/start-issuing.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import { earnedHold } from '../earned-hold.ts';
import { benchWorld } from './bench-world.ts';
import type { Measured } from './main.ts';

const people = 100;

/** Measures how long issuing for a hold blocks the server at most, and how long it takes per person. */
export async function benchIssuing(): Promise<Measured[]> {
  const world = await benchWorld();
  await setUpPlaces(world);
  const { leader, holdId } = await earnedHold(world, people, '2026-11-24T09:00:00.000Z');
  const later = { ...world, now: () => '2027-01-20T09:00:00.000Z' };
  // A server has read its keys before, so making development keys must not be measured.
  await Promise.all([findSigningKey(world.env), world.credentialKey()]);
  const started = await startIssuing(later, leader, { holdId });
  if (!started.ok) throw new Error(started.reason);
  await wait(200);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const own = longestOwnTurn();
  const from = performance.now();
  await workOffIssueRuns(later);
  const each = (performance.now() - from) / people;
  delay.disable();
  const turn = own.stop();
  const { run } = (await seeIssuing(later, leader, holdId))!;
  if (run?.outcomes.issued !== people) throw new Error(`Only ${run?.outcomes.issued} were issued.`);
  await world.close();
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(0);
  const ours = turn === undefined ? '' : `, ${turn.toFixed(0)} ms of it ours`;
  return [
    {
      name: `Issuing ${people} for a hold: the longest hold of the event loop`,
      measured: `${ms(delay.max)} ms${ours} (99 %: ${ms(delay.percentile(99))} ms; ${each.toFixed(0)} ms a person)`,
      target: '≤ 50 ms',
    },
  ];
}

/**
 * The most CPU this thread takes between two turns of the loop, where the kernel tells. On a machine that is busy with
 * others the delay is mostly waiting for a core, and says nothing of us.
 */
function longestOwnTurn(): { stop(): number | undefined } {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  if (!existsSync(file)) return { stop: () => undefined };
  const cpu = () => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6;
  let last = cpu();
  let longest = 0;
  const timer = setInterval(() => {
    const now = cpu();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return longest;
    },
  };
}
