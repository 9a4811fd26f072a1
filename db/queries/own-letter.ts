import type { Db } from '#db/schema.ts';

/** Letters whose words open something: they are read where they were sent, and nowhere else. */
const keys = ['code:%', 'confirm-email:%'];

/** One page of the letters to a person's address since it is theirs, newest first. */
export async function listLettersTo(db: Db, personId: string, { limit, offset }: { limit: number; offset: number }) {
  return lettersTo(db, personId)
    .select(['outbox.id', 'outbox.subject', 'outbox.body', 'outbox.created_at', 'outbox.sent_at', 'outbox.language'])
    .orderBy('outbox.created_at', 'desc')
    .orderBy('outbox.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

export async function countLettersTo(db: Db, personId: string): Promise<number> {
  const { count } = await lettersTo(db, personId)
    .select((each) => each.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function lettersTo(db: Db, personId: string) {
  return (
    db
      .selectFrom('outbox')
      .innerJoin('person', 'person.email', 'outbox.recipient')
      .where('person.id', '=', personId)
      .where((on) => on.and(keys.map((key) => on('outbox.dedupe_key', 'not like', key))))
      // An address that somebody else had before brings none of their letters.
      .whereRef('outbox.created_at', '>=', 'person.created_at')
      .where((on) =>
        on.not(
          on.exists(
            on
              .selectFrom('email_change')
              .select('email_change.id')
              .whereRef('email_change.person_id', '=', 'person.id')
              .whereRef('email_change.confirmed_at', '>', 'outbox.created_at'),
          ),
        ),
      )
  );
}
