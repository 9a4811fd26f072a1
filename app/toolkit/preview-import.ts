import { readFileSync } from 'node:fs';
import type { Environment } from '#app/platform/env.server.ts';
import type { PlaceEffect } from '#app/use-cases/holds/seats/import-effect.server.ts';
import { previewImport } from '#app/use-cases/holds/seats/preview-import.server.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';
import { noSuchDay } from './readiness/no-such-day.ts';

/** What an import of the file to a hold would do, row by row, and to the readiness of the places. Nothing is written. */
export async function previewVerb({ args: [file], options }: Input, env: Environment): Promise<Answer> {
  const { hold, 'as-of': asOf } = options;
  if (!file || !hold) return wrongUsage();
  const refused = noSuchDay(asOf);
  if (refused) return refused;
  const bytes = readFileSync(file);
  const outcome = await inWorld(env, (world) => previewImport(world, null, { holdId: hold, bytes, asOf }));
  if (!outcome.ok) {
    const where = 'line' in outcome ? ` (line ${outcome.line})` : 'name' in outcome ? ` (${outcome.name})` : '';
    return { exit: 1, error: `${outcome.reason}${where}`, json: json.refused(outcome.reason) };
  }
  const { rows, effect } = outcome;
  const lines = [
    ...rows.map(({ line, verdict, refusal }) => `line ${line}: ${refusal ?? verdict}`),
    ...effect.places.map(placeText),
    ...(effect.places.every(({ from, to }) => from === to) ? [`${effect.asOf}: no place changes its verdict`] : []),
    ...(effect.later > 0 ? [`${effect.later} begin after ${effect.asOf} and are not counted`] : []),
  ];
  return { exit: 0, text: lines.join('\n'), json: json['people preview'](rows, effect) };
}

const placeText = ({ name, people, guides, ifWaiting, from, to, gates }: PlaceEffect) =>
  [
    `${name}: ${people} new${ifWaiting ? ' if they go on the waiting list' : ''}, ${guides} who guide`,
    from === to ? `remains ${to}` : `${from} -> ${to}`,
    ...gates.map((gate) => `${gate.key}: ${gate.from} -> ${gate.to}`),
  ].join('; ');
