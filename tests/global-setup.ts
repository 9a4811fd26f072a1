import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrateToLatest } from '#db/migrate.ts';
import { databaseFile, openDatabase } from '#db/open-database.ts';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresSocket: string;
    sqliteTemplate: string;
  }
}

/** Starts one PostgreSQL and makes one SQLite file for the whole run, both migrated once; each test gets a copy. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-'));
  const lite = openDatabase({ dataDir: folder });
  await migrateToLatest(lite.db, lite.engine);
  await lite.close();
  const server = await startPostgres();
  const post = openDatabase({
    dataDir: folder,
    pool: { host: server.socket, user: 'test', database: 'postgres', max: 1 },
  });
  await migrateToLatest(post.db, post.engine);
  await post.close();
  project.provide('postgresSocket', server.socket);
  project.provide('sqliteTemplate', databaseFile(folder));
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
