/**
 * Kysely dialect for the asynchronous `sqlite3` package.
 *
 * One writer connection (BEGIN IMMEDIATE, FIFO queue) and N read-only
 * connections, all on one WAL database. A Kysely connection is bound to a
 * handle late: a plain SELECT outside a transaction takes a reader, all else
 * (and every transaction that is not `read only`) takes the writer.
 */

import {
  type CompiledQuery,
  createQueryId,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  IdentifierNode,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  RawNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely';
import sqlite3 from 'sqlite3';

export interface Sqlite3DialectConfig {
  /** File path, or ':memory:' (then one connection serves everything). */
  readonly filename: string;
  readonly readers?: number;
  readonly synchronous?: 'OFF' | 'NORMAL' | 'FULL';
  readonly busyTimeoutMs?: number;
  /** How long a query waits for the writer before it fails: catches writing through `db` inside a transaction. */
  readonly acquireTimeoutMs?: number;
  readonly statementCacheSize?: number;
}

export class Sqlite3Dialect implements Dialect {
  readonly #config: Sqlite3DialectConfig;
  constructor(config: Sqlite3DialectConfig) {
    this.#config = Object.freeze({ ...config });
  }
  createDriver(): Driver {
    return new Sqlite3Driver(this.#config);
  }
  createQueryCompiler() {
    return new SqliteQueryCompiler();
  }
  createAdapter() {
    return new SqliteAdapter();
  }
  createIntrospector(db: Kysely<any>) {
    return new SqliteIntrospector(db);
  }
}

class Handle {
  readonly #db: sqlite3.Database;
  readonly #cache = new Map<string, sqlite3.Statement>();
  readonly #cacheSize: number;
  private constructor(db: sqlite3.Database, cacheSize: number) {
    this.#db = db;
    this.#cacheSize = cacheSize;
  }

  static async open(
    filename: string,
    mode: number,
    pragmas: string,
    busyMs: number,
    cacheSize: number,
  ): Promise<Handle> {
    const db = await new Promise<sqlite3.Database>((res, rej) => {
      const d: sqlite3.Database = new sqlite3.Database(filename, mode, (e) => (e ? rej(e) : res(d)));
    });
    db.configure('busyTimeout', busyMs);
    const handle = new Handle(db, cacheSize);
    await handle.exec(pragmas);
    return handle;
  }

  exec(sql: string) {
    return new Promise<void>((res, rej) => this.#db.exec(sql, (e) => (e ? rej(e) : res())));
  }

  async prepare(sql: string): Promise<sqlite3.Statement> {
    const hit = this.#cache.get(sql);
    if (hit) {
      this.#cache.delete(sql);
      this.#cache.set(sql, hit);
      return hit;
    }
    const st = await new Promise<sqlite3.Statement>((res, rej) => {
      const s: sqlite3.Statement = this.#db.prepare(sql, (e: Error | null) => (e ? rej(e) : res(s)));
    });
    if (this.#cacheSize > 0) {
      this.#cache.set(sql, st);
      if (this.#cache.size > this.#cacheSize) {
        const [oldSql, old] = this.#cache.entries().next().value!;
        this.#cache.delete(oldSql);
        old.finalize();
      }
    }
    return st;
  }

  /** Without a cache each statement must be finalized, or close() fails with SQLITE_BUSY. */
  #done(st: sqlite3.Statement) {
    if (this.#cacheSize === 0) st.finalize();
  }

  async all<R>(sql: string, params: readonly unknown[]): Promise<R[]> {
    const st = await this.prepare(sql);
    try {
      return await new Promise<R[]>((res, rej) => {
        st.all(params as unknown[], (e: Error | null, rows: R[]) => (e ? rej(e) : res(rows)));
      });
    } finally {
      this.#done(st);
    }
  }

  async run(sql: string, params: readonly unknown[]): Promise<{ changes: number; lastID: number }> {
    const st = await this.prepare(sql);
    try {
      return await new Promise<{ changes: number; lastID: number }>((res, rej) => {
        st.run(params as unknown[], function (this: sqlite3.RunResult, e: Error | null) {
          if (e) rej(e);
          else res({ changes: this.changes, lastID: this.lastID });
        });
      });
    } finally {
      this.#done(st);
    }
  }

  /** Steps row by row: node-sqlite3's each() has no back-pressure. Own statement, so never the cached one. */
  async *iterate<R>(sql: string, params: readonly unknown[], chunk: number): AsyncIterableIterator<R[]> {
    const st = await new Promise<sqlite3.Statement>((res, rej) => {
      const s: sqlite3.Statement = this.#db.prepare(sql, params as unknown[], (e: Error | null) =>
        e ? rej(e) : res(s),
      );
    });
    try {
      for (;;) {
        const rows: R[] = [];
        while (rows.length < chunk) {
          const row = await new Promise<R | undefined>((res, rej) =>
            st.get((e: Error | null, r?: R) => (e ? rej(e) : res(r))),
          );
          if (row === undefined) {
            if (rows.length) yield rows;
            return;
          }
          rows.push(row);
        }
        yield rows;
      }
    } finally {
      await new Promise<void>((res) => st.finalize(() => res()));
    }
  }

  async close() {
    for (const st of this.#cache.values()) st.finalize();
    this.#cache.clear();
    await new Promise<void>((res, rej) => this.#db.close((e) => (e ? rej(e) : res())));
  }
}

/** FIFO pool. */
class Pool {
  readonly #free: Handle[];
  readonly #all: Handle[];
  readonly #waiting: { give: (h: Handle) => void }[] = [];
  constructor(
    handles: Handle[],
    readonly name: string,
    readonly timeoutMs: number,
  ) {
    this.#free = [...handles];
    this.#all = handles;
  }
  acquire(): Handle | Promise<Handle> {
    const h = this.#free.pop();
    if (h) return h;
    return new Promise((res, rej) => {
      const timer = setTimeout(() => {
        const i = this.#waiting.indexOf(entry);
        if (i >= 0) this.#waiting.splice(i, 1);
        rej(
          new Error(
            `sqlite: no ${this.name} connection within ${this.timeoutMs} ms (a query through db instead of trx inside a transaction?)`,
          ),
        );
      }, this.timeoutMs);
      const entry = {
        give: (x: Handle) => {
          clearTimeout(timer);
          res(x);
        },
      };
      this.#waiting.push(entry);
    });
  }
  release(h: Handle) {
    const next = this.#waiting.shift();
    if (next) next.give(h);
    else this.#free.push(h);
  }
  close() {
    return Promise.all(this.#all.map((h) => h.close()));
  }
}

class Connection implements DatabaseConnection {
  pinned: { handle: Handle; pool: Pool } | undefined;
  constructor(
    readonly writer: () => Pool,
    readonly readers: () => Pool,
  ) {}

  async pin(pool: Pool) {
    this.pinned = { handle: await pool.acquire(), pool };
  }
  unpin() {
    const p = this.pinned;
    this.pinned = undefined;
    p?.pool.release(p.handle);
  }

  async executeQuery<R>(q: CompiledQuery): Promise<QueryResult<R>> {
    if (this.pinned) return execute<R>(this.pinned.handle, q);
    const pool = isPureSelect(q) ? this.readers() : this.writer();
    const got = pool.acquire();
    const handle = got instanceof Handle ? got : await got;
    try {
      return await execute<R>(handle, q);
    } finally {
      pool.release(handle);
    }
  }

  async *streamQuery<R>(q: CompiledQuery, chunkSize = 64): AsyncIterableIterator<QueryResult<R>> {
    if (q.query.kind !== 'SelectQueryNode') throw new Error('sqlite: only select queries can be streamed');
    const own = this.pinned ? undefined : { pool: this.readers(), handle: await this.readers().acquire() };
    try {
      for await (const rows of (own?.handle ?? this.pinned!.handle).iterate<R>(
        q.sql,
        bindable(q.parameters),
        chunkSize,
      ))
        yield { rows };
    } finally {
      if (own) own.pool.release(own.handle);
    }
  }
}

/** A SELECT with a data-changing CTE does not exist in SQLite, so the root node alone decides. */
const isPureSelect = (q: CompiledQuery) => q.query.kind === 'SelectQueryNode';
const RAW_DML = /^\s*(insert|update|delete|replace)\b/i;

/** sqlite3 6.0.1 binds a BigInt as NULL without a word and a Date as REAL milliseconds: neither may get through. */
function bindable(params: readonly unknown[]): readonly unknown[] {
  let out: unknown[] | undefined;
  for (let i = 0; i < params.length; i++) {
    const v = params[i];
    if (typeof v === 'bigint') {
      if (v > BigInt(Number.MAX_SAFE_INTEGER) || v < BigInt(Number.MIN_SAFE_INTEGER))
        throw new RangeError(`sqlite: ${v} is outside the safe integer range`);
      (out ??= [...params])[i] = Number(v);
    } else if (v instanceof Date) {
      (out ??= [...params])[i] = v.toISOString();
    } else if (v === undefined) {
      throw new TypeError(`sqlite: parameter ${i + 1} is undefined`);
    } else if (v !== null && typeof v === 'object' && !ArrayBuffer.isView(v)) {
      throw new TypeError(`sqlite: parameter ${i + 1} is an object; JSON.stringify it first`);
    }
  }
  return out ?? params;
}

async function execute<R>(h: Handle, q: CompiledQuery): Promise<QueryResult<R>> {
  const params = bindable(q.parameters);
  const node = q.query as { kind: string; returning?: unknown };
  const dml =
    node.kind === 'InsertQueryNode' ||
    node.kind === 'UpdateQueryNode' ||
    node.kind === 'DeleteQueryNode' ||
    (node.kind === 'RawNode' && RAW_DML.test(q.sql) && !/\breturning\b/i.test(q.sql));
  if (dml && !node.returning) {
    const { changes, lastID } = await h.run(q.sql, params);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastID) };
  }
  const rows = await h.all<R>(q.sql, params);
  return node.returning ? { rows, numAffectedRows: BigInt(rows.length) } : { rows };
}

class Sqlite3Driver implements Driver {
  readonly #c: Sqlite3DialectConfig;
  #writer!: Pool;
  #readers!: Pool;
  constructor(c: Sqlite3DialectConfig) {
    this.#c = c;
  }

  async init() {
    const {
      filename,
      synchronous = 'NORMAL',
      busyTimeoutMs = 5000,
      acquireTimeoutMs = 10_000,
      statementCacheSize = 200,
    } = this.#c;
    const memory = filename === ':memory:' || filename === '';
    const n = memory ? 0 : (this.#c.readers ?? 3);
    const w = await Handle.open(
      filename,
      sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE,
      `${memory ? '' : 'PRAGMA journal_mode=WAL;'} PRAGMA synchronous=${synchronous}; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;`,
      busyTimeoutMs,
      statementCacheSize,
    );
    this.#writer = new Pool([w], 'writer', acquireTimeoutMs);
    const rs = await Promise.all(
      Array.from({ length: n }, () =>
        Handle.open(
          filename,
          sqlite3.OPEN_READONLY,
          'PRAGMA query_only=ON; PRAGMA temp_store=MEMORY;',
          busyTimeoutMs,
          statementCacheSize,
        ),
      ),
    );
    this.#readers = n ? new Pool(rs, 'reader', acquireTimeoutMs) : this.#writer;
  }

  async acquireConnection() {
    return new Connection(
      () => this.#writer,
      () => this.#readers,
    );
  }
  async releaseConnection(c: Connection) {
    c.unpin();
  }

  async beginTransaction(c: Connection, s: TransactionSettings) {
    const ro = s.accessMode === 'read only';
    await c.pin(ro ? this.#readers : this.#writer);
    await c.pinned!.handle.exec(ro ? 'BEGIN' : 'BEGIN IMMEDIATE');
  }
  async commitTransaction(c: Connection) {
    await c.pinned!.handle.exec('COMMIT');
  }
  async rollbackTransaction(c: Connection) {
    await c.pinned!.handle.exec('ROLLBACK');
  }
  savepoint(c: Connection, name: string, compile: QueryCompiler['compileQuery']) {
    return sp(c, 'savepoint', name, compile);
  }
  rollbackToSavepoint(c: Connection, name: string, compile: QueryCompiler['compileQuery']) {
    return sp(c, 'rollback to', name, compile);
  }
  releaseSavepoint(c: Connection, name: string, compile: QueryCompiler['compileQuery']) {
    return sp(c, 'release', name, compile);
  }

  async destroy() {
    if (!this.#writer) return;
    if (this.#readers !== this.#writer) await this.#readers.close();
    await this.#writer.close(); // last to close: checkpoints the WAL
  }
}

async function sp(c: Connection, cmd: string, name: string, compile: QueryCompiler['compileQuery']) {
  await c.executeQuery(
    compile(
      RawNode.createWithChildren([RawNode.createWithSql(`${cmd} `), IdentifierNode.create(name)]),
      createQueryId(),
    ),
  );
}
