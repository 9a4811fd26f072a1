import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { type ServiceEffect, serviceEffects } from '#app/use-cases/places/service-effects.server.ts';
import { listServiceFacts } from '#app/use-cases/readiness/list-service-facts.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { servingOn } from '#curriculum/places/serving.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { requiredAdvisers } from '#curriculum/readiness/readiness-of.ts';
import { countLibrariesIn } from '#db/queries/serving.ts';
import { judgeServing, type ServingInput, type ServingIssue } from './judge-serving.server.ts';
import { servingEffect } from './serving-effect.ts';

export type ServingPreview = ServingInput & {
  municipality: string;
  service: string;
  /** The day of which the effect is told: the change, or today if that is past. */
  asOf: string;
  /** How many advisers each of the two services needs, before and after. */
  required: { serviceId: string; name: string; from: number; to: number; municipalities: string[] }[];
  /** Open libraries in the municipality that the former service goes on running. */
  librariesLeft: number;
  former: string;
  effects: ServiceEffect[];
};
type Outcome =
  | { ok: true; preview: ServingPreview }
  | { ok: false; reason: 'forbidden' }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: ServingIssue };

/** What it would do to readiness if another service served a municipality from a day on. Nothing is written. */
export async function seeServing(
  world: World,
  viewer: Viewer | null,
  { language, ...input }: ServingInput & { language: 'da' | 'en' },
): Promise<Outcome> {
  if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
  const judged = await judgeServing(world.db, input);
  if (!judged.ok) return judged;
  const today = dayOf(world.now());
  const asOf = [input.from, today].sort()[1]!;
  const formerId = servingOn(judged.timeline, input.from)!.serviceId;
  const was = await listServiceFacts(world, asOf, { services: [formerId, input.serviceId] });
  const is = servingEffect(was, input.code, input.serviceId);
  const rules = versionOn(world.policy, asOf);
  const left = await countLibrariesIn(world.db, input.code, asOf);
  return {
    ok: true,
    preview: {
      ...input,
      municipality: judged.municipality,
      service: judged.service,
      asOf,
      required: is.map((each) => ({
        serviceId: each.serviceId,
        name: each.name,
        from: requiredAdvisers(rules, was.find(({ serviceId }) => serviceId === each.serviceId)!),
        to: requiredAdvisers(rules, each),
        municipalities: each.municipalities.map(({ name }) => name),
      })),
      librariesLeft: left.get(formerId) ?? 0,
      former: was.find(({ serviceId }) => serviceId === formerId)!.name,
      // Readiness of a service that serves nobody is no place's.
      effects: serviceEffects(
        world,
        asOf,
        { was, is: is.filter(({ municipalities }) => municipalities.length > 0) },
        { today, language },
      ),
    },
  };
}
