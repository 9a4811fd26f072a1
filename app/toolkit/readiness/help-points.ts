import type { Environment } from '#app/platform/env.server.ts';
import { findPlaces } from '#app/use-cases/help-points/find-places.ts';
import { helpPlaces } from '#app/use-cases/help-points/help-places.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import type { Answer, Input } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';

/** `readiness help-points [--place TEXT]`: what everybody may know today of where there is help, or of one place. */
export async function helpPointsVerb({ options }: Input, env: Environment): Promise<Answer> {
  return inWorld(env, async (world) => {
    const { place } = options;
    const all = await helpPlaces(world);
    const places = place === undefined ? all : findPlaces(all, place);
    const printed = json['readiness help-points'](dayOf(world.now()), places);
    if (place !== undefined && places.length === 0)
      return { exit: 1, error: `There is no town or municipality like "${place}".`, json: printed };
    const lines = places.map(({ name, service, standing, point }) => {
      if (point) return `${name}: ${service}, ${point.times}, ${point.place}`;
      return standing.is === 'from' ? `${name}: from ${standing.day}` : `${name}: ask the citizen services`;
    });
    return { exit: 0, text: lines.join('\n'), json: printed };
  });
}
