import type { Server } from 'node:http';
import { faultOf, type Log } from '#app/platform/log.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { saveLooks } from '#app/use-cases/certificates/checking/save-looks.server.ts';
import { saveLookups } from '#app/use-cases/lookups/save-lookups.server.ts';
import { saveSeen } from '#app/use-cases/sign-in/save-seen.server.ts';

type Running = {
  server: Server;
  world: World & { close(): Promise<void> };
  log: Log;
  life: { stopping: boolean };
  rounds: NodeJS.Timeout;
};

/** On SIGTERM and SIGINT: takes nothing new, finishes what it has, saves the looks and look-ups, and ends within ten seconds. */
export function stopOnSignal({ server, world, log, life, rounds }: Running): void {
  const stop = (signal: string) => {
    if (life.stopping) return;
    life.stopping = true;
    log.info({ stopping: signal });
    clearInterval(rounds);
    server.close(async () => {
      for (const save of [saveLooks, saveLookups, saveSeen])
        await save(world).catch((error: unknown) => log.error(faultOf(error)));
      await world.close();
      process.exit(0);
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}
