import { type RawBuilder, sql } from 'kysely';

/** A library that may close: on which day, and where its people would go on, if anywhere. */
export type IfClosed = { library: string; day: string; to: string | null };

/** The affiliations as they would be if the library closed, for `from` and `join` of raw SQL. */
export function affiliationsIfClosed({ library, day, to }: IfClosed): RawBuilder<unknown> {
  const isHere = sql`library_number = ${library} and (valid_until is null or valid_until > ${day})`;
  const goOn = sql`union all
    select id, person_id, cast(${to} as text), case when valid_from > ${day} then valid_from else ${day} end, valid_until,
      case when guides_from < ${day} then ${day} else guides_from end
    from affiliation where ${isHere}`;
  return sql`(
    select id, person_id, library_number, valid_from,
      case when ${isHere} then case when valid_from > ${day} then valid_from else ${day} end else valid_until end as valid_until, guides_from
    from affiliation ${to === null ? sql`` : goOn}) as affiliation`;
}

/** The libraries as they would be if the library closed. */
export function librariesIfClosed({ library, day }: IfClosed): RawBuilder<unknown> {
  return sql`(
    select number, service_id, municipality_code, guidance_point, opened_on,
      case when number = ${library} then ${day} else closed_on end as closed_on
    from library) as library`;
}
