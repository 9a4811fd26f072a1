import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { forecasterHere, makeForecaster } from '#app/platform/forecaster.server.ts';
import { certified, factsWith, onTheWay, policy } from '../../curriculum/readiness/forecast/facts.ts';

const workerFile = pathToFileURL(path.resolve('app/platform/forecast-worker-from-source.js')).href;
const forecaster = makeForecaster({ workerFile });
afterAll(() => forecaster.close());

const facts = factsWith({ staff: [certified('a', 'p')], pipeline: [onTheWay('a', 'q')] });
const given = { policy, facts, asked: { by: '2027-06-01', target: 2, seed: '7', draws: 200 } };

test('a thread foretells the same as the rule, and says how far it has come', async () => {
  const told: number[] = [];
  const answer = await forecaster.foretell(given, (done) => told.push(done));
  expect(answer).toEqual(await forecasterHere().foretell(given));
  expect(told).toEqual([1, 2]);
  // The thread runs already. Where the end of its port is waited for, an answer takes a minute.
  const before = performance.now();
  await forecaster.foretell({ ...given, asked: { ...given.asked, seed: 'warm' } });
  expect(performance.now() - before).toBeLessThan(20_000);
});

test('the same question is answered from memory, another seed is worked out', async () => {
  const told: number[] = [];
  const here = forecasterHere();
  const count = (done: number) => told.push(done);
  await here.foretell(given, count);
  await here.foretell(structuredClone(given), count);
  expect(told).toHaveLength(2);
  await here.foretell({ ...given, asked: { ...given.asked, seed: '8' } }, count);
  expect(told).toHaveLength(4);
});
