import type { MessagePort } from 'node:worker_threads';
import { type Foretold, forecastOf } from '#curriculum/readiness/forecast/forecast-of.ts';
import type { ToForetell } from './forecaster.server.ts';

/** Runs in a thread of its own, because thousands of draws would hold the event loop; says how far it has come. */
export default function foretell({ given, port }: { given: string; port: MessagePort }): Foretold {
  const { policy, facts, asked }: ToForetell = JSON.parse(given);
  return forecastOf(policy, facts, asked, (done, of) => port.postMessage([done, of]));
}
