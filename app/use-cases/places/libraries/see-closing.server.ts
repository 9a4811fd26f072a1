import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { type ServiceEffect, serviceEffects } from '#app/use-cases/places/service-effects.server.ts';
import { listServiceFacts } from '#app/use-cases/readiness/list-service-facts.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { listLibraries } from '#db/queries/library.ts';
import { type ClosingInput, type ClosingRefusal, judgeClosing } from './judge-closing.server.ts';

export type ClosingPreview = {
  number: string;
  name: string;
  day: string;
  successor: { number: string; name: string; service: string; otherService: boolean } | null;
  /** Whether the people go on at the successor. */
  moves: boolean;
  /** People who work there on the day, who were to begin later, and contact persons who lose the role. */
  people: number;
  planned: number;
  contacts: number;
  /** The service has no open library afterwards. */
  lastOfService: boolean;
  /** The day of which the effect is told: the closing, or today if that is past. */
  asOf: string;
  effects: ServiceEffect[];
};
type Outcome = { ok: true; preview: ClosingPreview } | ({ ok: false } & (ClosingRefusal | { reason: 'forbidden' }));

/** What closing a library would do to its people and to the readiness of the services. Nothing is written. */
export async function seeClosing(
  world: World,
  viewer: Viewer | null,
  { language, ...input }: ClosingInput & { language: 'da' | 'en' },
): Promise<Outcome> {
  if (viewer && !may(viewer, 'manage-places')) return { ok: false, reason: 'forbidden' };
  const judged = await judgeClosing(world.db, input);
  if (!judged.ok) return judged;
  const { library, successor, to, stays, after, contacts } = judged;
  const today = dayOf(world.now());
  const asOf = [input.day, today].sort()[1]!;
  const services = [...new Set([library.serviceId, ...(to === null ? [] : [successor!.serviceId])])];
  const ifClosed = { library: library.number, day: input.day, to };
  const [was, is, libraries] = await Promise.all([
    listServiceFacts(world, asOf, { services }),
    listServiceFacts(world, asOf, { services, ifClosed }),
    listLibraries(world.db),
  ]);
  const distinct = (rows: readonly { id: string }[]) =>
    new Set(rows.map(({ id }) => stays.find((each) => each.id === id)!.personId)).size;
  return {
    ok: true,
    preview: {
      number: library.number,
      name: library.name,
      day: input.day,
      successor: successor && {
        number: successor.number,
        name: successor.name,
        service: successor.service,
        otherService: successor.serviceId !== library.serviceId,
      },
      moves: to !== null,
      people: distinct(after.ended),
      planned: distinct(after.planned),
      contacts: contacts.length,
      lastOfService: !libraries.some(
        ({ number, serviceId, closedOn }) =>
          serviceId === library.serviceId && number !== library.number && (closedOn === null || closedOn > input.day),
      ),
      asOf,
      effects: serviceEffects(world, asOf, { was, is }, { today, language }),
    },
  };
}
