import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { startIssuing, workOffIssueRuns } from '#app/use-cases/certificates/issue-for-hold.server.ts';
import { seeIssuing } from '#app/use-cases/certificates/see-issuing.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import { earnedHold } from '../earned-hold.ts';
import { benchWorld } from './bench-world.ts';
import type { Measured } from './main.ts';

const people = 100;

/** The longest that issuing for a hold keeps the server from answering others, and what it takes for each person. */
export async function benchIssuing(): Promise<Measured[]> {
  const world = await benchWorld();
  await setUpPlaces(world);
  const { leader, holdId } = await earnedHold(world, people, world.now());
  const started = await startIssuing(world, leader, { holdId });
  if (!started.ok) throw new Error(started.reason);
  await wait(200);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const from = performance.now();
  await workOffIssueRuns(world);
  const each = (performance.now() - from) / people;
  delay.disable();
  const { run } = (await seeIssuing(world, leader, holdId))!;
  if (run?.outcomes.issued !== people) throw new Error(`Only ${run?.outcomes.issued} were issued.`);
  await world.close();
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(0);
  return [
    {
      name: `Issuing ${people} for a hold: the longest hold of the event loop`,
      measured: `${ms(delay.max)} ms (99 %: ${ms(delay.percentile(99))} ms; ${each.toFixed(0)} ms each, two languages)`,
      target: '≤ 50 ms',
    },
  ];
}
