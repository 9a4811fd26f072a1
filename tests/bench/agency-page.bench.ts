import { sql } from 'kysely';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import { readinessOfTheCountry } from '#app/use-cases/readiness/readiness-of-the-country.server.ts';
import { readinessReport } from '#app/use-cases/readiness/readiness-report.server.ts';
import { addDays, addMonths, endOfDay } from '#curriculum/calendar/calendar-day.ts';
import { listStaffing } from '#db/queries/readiness.ts';
import { benchWorld, medianTime } from './bench-world.ts';
import type { Measured } from './main.ts';

const day = '2026-11-24';
const now = `${day}T09:00:00.000Z`;

/**
 * Measures the agency page's figures over 98 municipalities, 450 libraries, 5,000 advisers and 20,000 certificates
 * against the bare aggregate.
 */
export async function benchAgency(): Promise<Measured[]> {
  const world = await benchWorld();
  await setUpPlaces(world);
  const { db } = world;
  const services = await db.selectFrom('library').select(['number', 'service_id', 'municipality_code']).execute();
  const edition = world.catalogue.editions.at(-1)!.course;
  await db
    .insertInto('course_edition')
    .values({
      slug: edition.id,
      edition: edition.edition,
      content_hash: 'x',
      change_class: 'first',
      published_at: now,
      recorded_at: now,
    })
    .execute();
  const libraries = services.map(({ number }) => number);
  for (let at = libraries.length; at < 450; at++) {
    const { service_id, municipality_code } = services[at % services.length]!;
    libraries.push(`9${at}`);
    await db
      .insertInto('library')
      .values({
        number: `9${at}`,
        service_id,
        municipality_code,
        name: `Filial ${at}`,
        guidance_point: 1,
        opened_on: '2007-01-01',
        closed_on: null,
        recorded_at: now,
      })
      .execute();
  }
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < 5_000; at++) {
      const id = `p${at}`;
      await trx
        .insertInto('person')
        .values({ id, email: null, status: 'active', language: 'da', created_at: now, recorded_at: now })
        .execute();
      await trx
        .insertInto('affiliation')
        .values({
          id: `a${at}`,
          person_id: id,
          library_number: libraries[at % 450]!,
          work: 'adviser',
          valid_from: '2020-01-01',
          valid_until: null,
          recorded_at: now,
        })
        .execute();
      for (let n = 0; n < 4; n++) {
        const from = addMonths('2019-01-01', (at % 12) + n * 24);
        const number = `c${at}-${n}`;
        await trx
          .insertInto('certificate')
          .values({
            number,
            verify_code: number,
            person_id: id,
            enrolment_id: null,
            name_at_issue: '',
            library_at_issue: '',
            course: edition.id,
            edition: edition.edition,
            valid_from: from,
            valid_until: addMonths(from, 24),
            issued_at: `${from}T08:00:00.000Z`,
            replaces: null,
            supersedes: null,
            status_index: at * 4 + n,
            recorded_at: now,
          })
          .execute();
        await trx
          .insertInto('certificate_event')
          .values({
            id: number,
            number,
            type: 'issued',
            reason: null,
            actor: null,
            at: `${from}T08:00:00.000Z`,
            recorded_at: now,
          })
          .execute();
      }
    }
  });
  await sql`analyze`.execute(db);
  const asked = {
    day,
    until: endOfDay(day),
    marginDay: addDays(day, 60),
    yearBefore: addMonths(day, -12),
    ninetyDaysBefore: addDays(day, -90),
    channels: ['local-paper', 'posters', 'flyers', 'advertisements'],
    courses: [edition.id],
    tests: [{ course: edition.id, edition: edition.edition, step: 'm2-test', passMark: 0.8 }],
  };
  const bare = () => listStaffing(db, asked);
  const page = async () => readinessReport(await readinessOfTheCountry(world, day));
  for (let warm = 0; warm < 3; warm++) await Promise.all([bare(), page()]);
  const [bareTime, pageTime] = [await medianTime(15, bare), await medianTime(15, page)];
  await world.close();
  return [
    {
      name: 'The agency page, 5,000 advisers and 20,000 certificates',
      measured: `${(pageTime / bareTime).toFixed(2)}× (${bareTime.toFixed(1)} ms SQL, ${pageTime.toFixed(1)} ms with rules and sorting)`,
      target: '≤ 2× the bare aggregate',
    },
  ];
}
