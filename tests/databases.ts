import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import { type Environment, readSettings } from '#app/platform/env.server.ts';
import type { Engine } from '#db/migrations/table-kit.ts';
import { databaseFile, type OpenedDatabase, openDatabase } from '#db/open-database.ts';

/** How another process opens the same database. */
type Placed = OpenedDatabase & { at: { dataDir?: string; pool?: pg.PoolConfig } };

/** A new database with all tables and no rows. */
export async function freshDatabase(engine: Engine): Promise<Placed> {
  return engine === 'sqlite' ? freshSqlite() : freshPostgres();
}

/** Runs the same tests on each engine. */
export function onBothDatabases(name: string, tests: (engine: Engine, fresh: () => Promise<Placed>) => void): void {
  describe.each<Engine>(['sqlite', 'postgres'])(`${name} (%s)`, (engine) => tests(engine, () => freshDatabase(engine)));
}

async function freshSqlite(): Promise<Placed> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-'));
  mkdirSync(dataDir, { recursive: true });
  copyFileSync(inject('sqliteTemplate'), databaseFile(dataDir));
  const opened = openDatabase({ dataDir });
  return {
    ...opened,
    at: { dataDir },
    async close() {
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function freshPostgres(): Promise<Placed> {
  const host = inject('postgresSocket');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = async (text: string) => {
    const client = new pg.Client({ host, user: 'test', database: 'template1' });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  await admin(`create database ${name} template postgres strategy file_copy`);
  const pool = { host, user: 'test', database: name, max: 5 };
  const opened = openDatabase({ dataDir: '', pool });
  return {
    ...opened,
    at: { pool },
    async close() {
      await opened.close();
      await admin(`drop database ${name} with (force)`);
    },
  };
}

/** The settings with which the command line opens the same database. */
export function settingsOf({ dataDir, pool }: Placed['at']): Environment {
  const settings = readSettings({
    ...(dataDir && { DATA_DIR: dataDir }),
    ...(pool && { DATABASE_URL: `postgres://${pool.user}@localhost/${pool.database}?host=${pool.host}` }),
  });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  return settings.env;
}
