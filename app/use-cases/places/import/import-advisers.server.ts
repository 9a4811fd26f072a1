import { dayOfCell, type TableRow } from '#app/platform/csv-table.ts';
import type { World } from '#app/platform/world.server.ts';
import { insertNewPerson } from '#app/use-cases/people/insert-new-person.server.ts';
import { parseName } from '#app/use-cases/people/parse-name.ts';
import { placeAt } from '#app/use-cases/places/place-at.server.ts';
import { addDays, dayOf, isDay } from '#curriculum/calendar/calendar-day.ts';
import { staysAt } from '#curriculum/places/open-library.ts';
import { emailAddressOf } from '#db/email-address.ts';
import { hasGuided } from '#db/queries/affiliation.ts';
import { findLibraryRow } from '#db/queries/library.ts';
import { findPersonByEmail, listAffiliations, listGrants, lockPerson, moveAffiliation } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';
import type { JudgedRow, RowRefusal } from './judged-row.ts';

/**
 * What a row about an adviser does: somebody new is added at their library, somebody known who works nowhere comes to it,
 * and a last day ends what goes on. Nobody is moved from another library by a file. With `save` it is done.
 */
export async function importAdvisers(
  world: World,
  db: Db,
  row: TableRow,
  save: { by: string | null } | undefined,
): Promise<JudgedRow> {
  const written = row.cell('arbejdsmail');
  const email = emailAddressOf(written);
  const name = parseName({ givenName: row.cell('fornavn'), familyName: row.cell('efternavn') });
  const whole = [row.cell('fornavn'), row.cell('efternavn')].join(' ').trim();
  const said = { kind: 'vejledere' as const, line: row.line, cells: row.cells, about: email ?? written, name: whole };
  const refuse = (refusal: RowRefusal): JudgedRow => ({ ...said, verdict: 'refused', refusal });
  if (!name.ok) return refuse('name');
  if (email === undefined) return refuse('email');
  // A file cannot make anybody a leader or an administrator, so refuse the role instead of ignoring it.
  if (!['', 'vejleder'].includes(row.cell('rolle').toLowerCase())) return refuse('role');
  const today = dayOf(world.now());
  const start = dayOfCell(row.cell('startdato')) || today;
  const end = dayOfCell(row.cell('slutdato'));
  if (!isDay(start)) return refuse('from');
  if (end !== '' && (!isDay(end) || end < start)) return refuse('until');
  const library = await findLibraryRow(db, row.cell('biblioteksnummer'));
  if (!library) return refuse('library');
  const stay = { from: start, until: end === '' ? null : addDays(end, 1) };
  const person = await findPersonByEmail(db, email);
  if (!person) {
    const placed = staysAt([library], { ...stay, until: null });
    if (!placed.ok) return refuse(placed.reason);
    if (save)
      await insertNewPerson(world, db, save.by === null ? null : { personId: save.by }, {
        ...{ givenName: name.givenName, familyName: name.familyName, email, library: library.number, from: start },
        ...(stay.until && { until: stay.until }),
        roles: ['adviser'],
      });
    return { ...said, verdict: 'new', changes: [] };
  }
  if (person.status !== 'active') return refuse('blocked');
  if (save) await lockPerson(db, person.id);
  if ((await listGrants(db, { personId: person.id, role: 'adviser', day: today })).length === 0)
    return refuse('not-adviser');
  const all = await listAffiliations(db, person.id);
  const goesOn = ({ valid_until }: (typeof all)[number]) => valid_until === null || valid_until > today;
  // Whoever is here until a planned closing is at the successor after that.
  const open = all.find((each) => each.number === library.number && goesOn(each)) ?? all.find(goesOn);
  const ends = all.find(({ number, valid_until }) => number === library.number && valid_until === stay.until);
  if (!open && stay.until !== null && ends) return { ...said, verdict: 'same', changes: [] };
  if (open && open.number !== library.number) return refuse('elsewhere');
  const work = open?.work ?? all[0]?.work ?? 'adviser';
  const move = { personId: person.id, now: world.now(), work, guides: await hasGuided(db, person.id, start) };
  if (!open) {
    const placed = staysAt([library], { ...stay, until: null });
    if (!placed.ok) return refuse(placed.reason);
    if (all[0]?.valid_until && all[0].valid_until > start) return refuse('from');
    if (save) {
      const at = await placeAt(db, library.number, stay);
      if (at.ok)
        await moveAffiliation(db, {
          ...move,
          stays: at.stays.map((each) => ({ id: world.newId(), ...each })),
          on: start,
        });
    }
    return { ...said, verdict: 'changed', changes: ['library'] };
  }
  // Without a last day the file says nothing about when they leave.
  if (stay.until === null || open.valid_until === stay.until) return { ...said, verdict: 'same', changes: [] };
  if (stay.until <= open.valid_from || (open.valid_until !== null && stay.until > open.valid_until))
    return refuse('until');
  if (save) await moveAffiliation(db, { ...move, stays: [], on: stay.until });
  return { ...said, verdict: 'changed', changes: ['until'] };
}
