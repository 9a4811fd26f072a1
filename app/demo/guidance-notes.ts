import { logGuidance } from '#app/use-cases/guidance/log-guidance.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { blocks, channels, distances, outcomes } from '#curriculum/guidance/note-choices.ts';
import { offeredOn } from '#curriculum/guidance/parse-topics.ts';
import { type Cast, clockAt } from './cast.ts';

/** How many people log guidance, and how often each of them. */
const size = { small: { people: 8, notes: 9 }, whole: { people: 30, notes: 14 } };

/** What certified people noted in the last three months, so that the figures of the log have something to tell. */
export async function noteGuidance(cast: Cast, of: keyof typeof size): Promise<void> {
  const { people, notes } = size[of];
  const guides = await cast.world.db
    .selectFrom('certificate')
    .select('person_id')
    .distinct()
    .where('valid_from', '<=', cast.today)
    .where('valid_until', '>', cast.today)
    .orderBy('person_id')
    .limit(people)
    .execute();
  for (const [n, { person_id }] of guides.entries())
    for (let note = 0; note < notes; note++) {
      // Something different for each note, and the same in every demo.
      const at = n * 31 + note * 17;
      const pick = <T>(list: readonly T[], by: number) => list[Math.floor(((at * by) % 97) / (97 / list.length))]!;
      const daysAgo = 1 + ((at * 7) % 85);
      const { world } = clockAt(cast, daysAgo);
      const outcome = pick(outcomes, 29);
      // Whoever had no library on that day logged nothing.
      await logGuidance(
        world,
        {
          personId: person_id,
          name: '',
          language: 'da',
          grants: [{ role: 'adviser', serviceId: null }],
          sessionKey: '',
        },
        {
          operationId: world.newId(),
          topic: pick(offeredOn(world.topics, dayOf(world.now())), 11).key,
          outcome,
          blocked: pick([...blocks, 'rights-missing', ''], 13),
          channel: pick([...channels, ''], 19),
          distance: pick([...distances, 'under-5', ''], 23),
          minutes: String(5 + ((at * 3) % 50)),
          ...(outcome === 'referred' && { referredTo: 'Borgerservice' }),
        },
      );
    }
}
