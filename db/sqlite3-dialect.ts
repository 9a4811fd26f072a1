/**
 * Kysely dialect for the asynchronous `sqlite3` package.
 *
 * One writer connection (BEGIN IMMEDIATE, FIFO queue) and N read-only
 * connections, all on one WAL database. A Kysely connection is bound to a
 * handle late: a plain SELECT outside a transaction takes a reader, all else
 * (and every transaction that is not `read only`) takes the writer.
 */

import { statSync } from 'node:fs';
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
import { bindable } from './sqlite3-bindable.ts';
import { Handle, Pool, untilFree } from './sqlite3-handle.ts';

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
    return new Adapter();
  }
  createIntrospector(db: Kysely<any>) {
    return new SqliteIntrospector(db);
  }
}

/**
 * Kysely's adapter says that SQLite cannot roll back tables, but it can. So a migration is applied as a whole or not at
 * all, and two servers that start at once take turns.
 */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true;
  }
}

class Connection implements DatabaseConnection {
  pinned: { handle: Handle; pool: Pool } | undefined;
  constructor(
    readonly writer: () => Pool,
    readonly readers: () => Pool,
    readonly assertInPlace: () => void,
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
    const reads = isPureSelect(q);
    if (!reads) this.assertInPlace();
    const pool = reads ? this.readers() : this.writer();
    const got = pool.acquire();
    const handle = got instanceof Handle ? got : await got;
    try {
      return await untilFree(() => execute<R>(handle, q), pool.timeoutMs);
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

/** SQLite has no SELECT with a data-changing CTE, so the root node decides, or the words of a statement we wrote. */
const isPureSelect = (q: CompiledQuery) =>
  q.query.kind === 'SelectQueryNode' || (q.query.kind === 'RawNode' && RAW_READ.test(q.sql) && !RAW_CHANGE.test(q.sql));
const RAW_READ = /^\s*(select|with|pragma quick_check)\b/i;
const RAW_CHANGE = /\b(insert|update|delete|replace)\s/i;
const RAW_DML = /^\s*(insert|update|delete|replace)\b/i;

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

const defaultAcquireMs = 10_000;

class Sqlite3Driver implements Driver {
  readonly #c: Sqlite3DialectConfig;
  #writer!: Pool;
  #readers!: Pool;
  #opened: string | undefined;
  constructor(c: Sqlite3DialectConfig) {
    this.#c = c;
  }

  async init() {
    const {
      filename,
      synchronous = 'NORMAL',
      busyTimeoutMs = 5000,
      acquireTimeoutMs = defaultAcquireMs,
      statementCacheSize = 200,
    } = this.#c;
    const memory = filename === ':memory:' || filename === '';
    const n = memory ? 0 : (this.#c.readers ?? 3);
    const open = (mode: number, pragmas: string) =>
      Handle.open(filename, mode, `${pragmas} PRAGMA temp_store=MEMORY;`, busyTimeoutMs, statementCacheSize);
    // Without recursive triggers, REPLACE would delete a row of an append-only table without running its trigger.
    const writer = await open(
      sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE,
      `${memory ? '' : 'PRAGMA journal_mode=WAL;'} PRAGMA synchronous=${synchronous}; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;`,
    );
    const opened = await Promise.allSettled(
      Array.from({ length: n }, () => open(sqlite3.OPEN_READONLY, 'PRAGMA query_only=ON;')),
    );
    const readers = opened.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const failed = opened.find((each) => each.status === 'rejected');
    if (failed) {
      await Promise.all([writer, ...readers].map((each) => each.close()));
      throw failed.reason;
    }
    this.#opened = memory ? undefined : identityOf(filename);
    this.#writer = new Pool([writer], 'writer', acquireTimeoutMs);
    this.#readers = n ? new Pool(readers, 'reader', acquireTimeoutMs) : this.#writer;
  }

  async acquireConnection() {
    return new Connection(
      () => this.#writer,
      () => this.#readers,
      () => this.#assertInPlace(),
    );
  }

  /** SQLite can still write to a file that was moved or deleted, but nobody would find those rows again. */
  #assertInPlace() {
    if (this.#opened === undefined || identityOf(this.#c.filename) === this.#opened) return;
    throw new Error(`sqlite: ${this.#c.filename} is not the file that was opened; nothing is saved`);
  }
  async releaseConnection(c: Connection) {
    c.unpin();
  }

  async beginTransaction(c: Connection, s: TransactionSettings) {
    const ro = s.accessMode === 'read only';
    await c.pin(ro ? this.#readers : this.#writer);
    if (ro) return c.pinned!.handle.exec('BEGIN');
    // SQLite's own waiting is not fair: beside another busy process it can miss its turn for five seconds.
    await untilFree(() => c.pinned!.handle.exec('BEGIN IMMEDIATE'), this.#c.acquireTimeoutMs ?? defaultAcquireMs);
  }
  async commitTransaction(c: Connection) {
    this.#assertInPlace();
    await c.pinned!.handle.exec('COMMIT');
    c.unpin();
  }
  async rollbackTransaction(c: Connection) {
    try {
      await c.pinned!.handle.exec('ROLLBACK');
    } catch (error) {
      // A full disk or RAISE(ROLLBACK) has rolled back already; the first error is the one to report.
      if (!/no transaction is active/.test(String(error))) throw error;
    } finally {
      c.unpin();
    }
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

function identityOf(filename: string): string | undefined {
  const found = statSync(filename, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}

async function sp(c: Connection, cmd: string, name: string, compile: QueryCompiler['compileQuery']) {
  await c.executeQuery(
    compile(
      RawNode.createWithChildren([RawNode.createWithSql(`${cmd} `), IdentifierNode.create(name)]),
      createQueryId(),
    ),
  );
}
