import type { Compilable, CompiledQuery } from 'kysely';
import type { Db } from './schema.ts';

/** Marks where a value goes in a prepared query. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that most pages run: Kysely builds and compiles it once for each database, and each run fills in the values.
 * Only text values may vary; the query itself must not depend on them.
 */
export function prepared<Name extends string, Row>(
  names: readonly Name[],
  build: (db: Db, values: Record<Name, string>) => Compilable<Row>,
): (db: Db, values: Record<Name, string>) => Promise<Row[]> {
  const places = Object.fromEntries(names.map((name) => [name, new Place(name)])) as unknown as Record<Name, string>;
  const known = new WeakMap<Db, CompiledQuery<Row>>();
  return async (db, values) => {
    const compiled = known.get(db) ?? build(db, places).compile();
    known.set(db, compiled);
    const parameters = compiled.parameters.map((each) => (each instanceof Place ? values[each.name as Name] : each));
    return (await db.executeQuery<Row>({ ...compiled, parameters })).rows;
  };
}
