import { once } from 'node:events';
import { keepRoots, keyFault, readGivenKey } from '#app/platform/certificate-key.server.ts';
import { credentialKeyFault } from '#app/platform/credential-key.server.ts';
import { type Environment, readSettings } from '#app/platform/env.server.ts';
import { faultOf, type Log, makeLog } from '#app/platform/log.server.ts';
import { openWorld } from '#app/platform/open-world.server.ts';
import { timeRootFault } from '#app/platform/time-roots.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { takeKeyIntoUse } from '#app/use-cases/certificates/keys/take-key-into-use.server.ts';
import { appOf } from './app.server.ts';
import { serverOf } from './express-server.server.ts';
import { makeHealth } from './health.server.ts';
import { startRounds } from './rounds.server.ts';
import { stopOnSignal } from './shutdown.server.ts';

/** No page needs ten seconds of the database; whoever waits longer is told to try again. */
const longestStatement = 10_000;

/** Starts the service with these settings, or says what is wrong and ends. */
export async function serve(source: Record<string, string | undefined>, development: boolean): Promise<void> {
  const settings = readSettings(source);
  if (!settings.ok) {
    for (const { name, message } of settings.problems) console.error(`${name}: ${message}`);
    process.exit(1);
  }
  const fault = (await keyFault(settings.env)) ?? credentialKeyFault(settings.env) ?? timeRootFault(settings.env);
  if (fault) {
    console.error(fault);
    process.exit(1);
  }
  const log = makeLog(settings.env.logLevel);
  if (settings.env.forReal && !settings.env.certificateKey)
    log.warn('Certificates are issued without a signature: CERTIFICATE_P12_FILE is not set.');
  if (settings.env.forReal && !settings.env.credentialKeyFile)
    log.warn('Certificates are issued without a badge: CREDENTIAL_KEY_FILE is not set.');
  const world = await openWorld(settings.env, {
    migrate: true,
    longest: longestStatement,
    onUnstamped: (number) => log.warn({ certificateWithoutTimestamp: number }),
    tellStuck: (work, subject, error) => log.error({ stuck: work, subject, ...faultOf(error) }),
  }).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
  const given = await readGivenKey(settings.env);
  if (given?.ok) keepRoots(settings.env, given.key);
  const taken = await takeKeyIntoUse(world);
  if (!taken.ok && taken.reason === 'compromised') {
    console.error('CREDENTIAL_KEY_FILE: this key was given up as compromised. Make another: certificates keys rotate.');
    process.exit(1);
  }
  await listen(settings.env, world, log, development);
}

async function listen(env: Environment, world: World & { close(): Promise<void> }, log: Log, development: boolean) {
  const life = { stopping: false };
  const health = makeHealth(world, (damage) => log.error({ damagedDatabase: damage }));
  const server = serverOf(await appOf(env, world, log, { development, life, health })).listen(env.port, env.host);
  await once(server, 'listening');
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.port;
  console.log(`Vejlederbevis: ${env.appUrl ?? `http://${env.host === '0.0.0.0' ? 'localhost' : env.host}:${port}`}`);
  if (world.demoSignIn) console.log('Eksempeldata: log ind som en af eksempelpersonerne på /sign-in');
  const rounds = startRounds(env, world, log, health);
  stopOnSignal({ server, world, log, life, rounds });
}
