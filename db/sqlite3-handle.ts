import { setTimeout as pause } from 'node:timers/promises';
import sqlite3 from 'sqlite3';

/** One open connection to the file, with its prepared statements. Only one caller at a time may use it. */
export class Handle {
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
    try {
      await handle.#prepareFor(pragmas, busyMs);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return handle;
  }

  /** Switching to WAL reports "busy" at once while another process does the same, whatever the timeout, so we retry. */
  async #prepareFor(pragmas: string, busyMs: number): Promise<void> {
    await untilFree(() => this.exec(pragmas), busyMs);
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

  /**
   * SQLite keeps a statement that met a lock as if it still ran, and then commits nothing that follows on the same
   * connection. So a statement that failed is given back at once; without a cache, every statement is.
   */
  async #using<T>(sql: string, use: (st: sqlite3.Statement) => Promise<T>): Promise<T> {
    const st = await this.prepare(sql);
    let failed = true;
    try {
      const result = await use(st);
      failed = false;
      return result;
    } finally {
      if (failed && this.#cache.get(sql) === st) this.#cache.delete(sql);
      if (failed || this.#cacheSize === 0) await new Promise<void>((done) => st.finalize(() => done()));
    }
  }

  all<R>(sql: string, params: readonly unknown[]): Promise<R[]> {
    return this.#using(
      sql,
      (st) =>
        new Promise<R[]>((res, rej) => {
          st.all(params as unknown[], (e: Error | null, rows: R[]) => (e ? rej(e) : res(rows)));
        }),
    );
  }

  run(sql: string, params: readonly unknown[]): Promise<{ changes: number; lastID: number }> {
    return this.#using(
      sql,
      (st) =>
        new Promise<{ changes: number; lastID: number }>((res, rej) => {
          st.run(params as unknown[], function (this: sqlite3.RunResult, e: Error | null) {
            if (e) rej(e);
            else res({ changes: this.changes, lastID: this.lastID });
          });
        }),
    );
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

/** Tries again while another process has the file locked, at most this long. */
export async function untilFree<T>(attempt: () => Promise<T>, milliseconds: number): Promise<T> {
  const until = Date.now() + milliseconds;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
      await pause(10);
    }
  }
}

const isBusy = (error: unknown) => (error as { code?: unknown }).code === 'SQLITE_BUSY';

/** Lends out handles in the order of requests. */
export class Pool {
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
        const message = `sqlite: no ${this.name} connection within ${this.timeoutMs} ms (a query through db instead of trx inside a transaction?)`;
        rej(Object.assign(new Error(message), { code: 'SQLITE_BUSY' }));
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
  /** Closes each handle when it is returned, so that running queries can finish. */
  async close() {
    await Promise.allSettled(this.#all.map(() => this.acquire()));
    await Promise.all(this.#all.map((h) => h.close()));
  }
}
