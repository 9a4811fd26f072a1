import { describe, expect, test } from 'vitest';
import { scoreOf, type Told } from '#curriculum/readiness/forecast/back-test.ts';
import { dayNumber } from '#curriculum/readiness/forecast/day-number.ts';
import { forecastOf } from '#curriculum/readiness/forecast/forecast-of.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { requiredAdvisers } from '#curriculum/readiness/readiness-of.ts';
import { policy } from './facts.ts';
import { countedOn, dayAt, knownOn, places, simulatedHistory } from './simulated-history.ts';

const ahead = 90;
const { staffing } = versionOn(policy, '2026-01-01');
const required = new Map(
  places.map(({ id, population }) => [
    id,
    requiredAdvisers({ staffing }, { municipalities: [{ code: '', name: '', population, pilot: false }] }),
  ]),
);

/** Every place as foretold on eight days of the simulated history, and what happened 90 days later. */
function toldOf(seed: string): Told[] {
  const lives = simulatedHistory(seed);
  return Array.from({ length: 8 }, (_, at) => dayNumber('2025-04-01') + at * 75).flatMap((day) => {
    const answer = forecastOf(policy, knownOn(lives, day), {
      ...{ by: dayAt(day + ahead), target: 20, seed: dayAt(day), draws: 300 },
    });
    if (!answer.ok) throw new Error(answer.reason);
    return answer.forecast.services.map(({ serviceId, chance, today, onTime }) => ({
      ...{ chance, asToday: today, onTime },
      happened: countedOn(lives, serviceId, day + ahead) >= required.get(serviceId)!,
    }));
  });
}

describe('on simulated history, whose rates the forecast cannot read', () => {
  const histories = ['simuleret historik', 'b', 'c'].map(toldOf);

  test.each(histories.map((told, at) => ({ told, at })))(
    'the forecast beats "as today" and "everybody on time" in history $at',
    ({ told }) => {
      const { count, brier, brierAsToday, brierOnTime } = scoreOf(told);
      expect(count).toBe(320);
      expect(brier).toBeLessThan(Math.min(brierAsToday, brierOnTime) - 0.01);
    },
  );

  test('what is foretold with a chance happens about that often', () => {
    const large = scoreOf(histories.flat()).groups.filter(({ count }) => count >= 30);
    expect(large).toHaveLength(5);
    for (const { foretold, happened } of large) expect(Math.abs(foretold - happened)).toBeLessThan(0.15);
  });
});

describe('the score of forecasts', () => {
  const told = (chance: number, happened: boolean): Told => ({ chance, happened, asToday: true, onTime: false });

  test('is 0 for those who are always right and grows with the squared error', () => {
    expect(scoreOf([told(1, true), told(0, false)]).brier).toBe(0);
    expect(scoreOf([told(0.6, true), told(0.6, false)]).brier).toBeCloseTo((0.16 + 0.36) / 2);
    expect(scoreOf([told(0.6, true), told(0.6, false)]).brierAsToday).toBe(0.5);
  });

  test('groups by chance and counts, with the highest chance in the last group', () => {
    const { groups } = scoreOf([told(0.1, false), told(0.15, true), told(1, true)]);
    expect(groups.map(({ count }) => count)).toEqual([2, 0, 0, 0, 1]);
    expect(groups[0]).toEqual({ from: 0, to: 0.2, count: 2, foretold: 0.125, happened: 0.5 });
  });
});
