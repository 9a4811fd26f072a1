import { findPersonByEmail, lockPerson } from '#db/queries/person.ts';
import type { Db } from '#db/schema.ts';

/** Who is meant: the command line knows the address, the pages know the id. */
export type PersonKey = { personId: string } | { email: string };

/** Finds the person and locks them until the transaction ends. A record that was joined into another is nobody. */
export async function lockPersonBy(trx: Db, key: PersonKey) {
  const id = 'personId' in key ? key.personId : (await findPersonByEmail(trx, key.email))?.id;
  const person = id === undefined ? undefined : await lockPerson(trx, id);
  return person?.joined_into ? undefined : person;
}
