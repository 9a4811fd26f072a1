import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Enrolled } from '#app/demo/adviser.ts';
import { markAsDemo } from '#app/demo/seed-demo.ts';
import { catalogueOf } from '#app/platform/catalogue.server.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { makeLog } from '#app/platform/log.server.ts';
import { openWorld } from '#app/platform/open-world.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { appOf } from '#app/server/app.server.ts';
import { serverOf } from '#app/server/express-server.server.ts';
import { makeHealth } from '#app/server/health.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { begin } from './stage.ts';
import { libraries, somebody, someHold } from './world.ts';

export type SmallSite = {
  url: string;
  world: World;
  /** An adviser who has begun on the course, with the cookie of their session. */
  adviser(givenName: string): Promise<Enrolled & { cookie: string }>;
  /** The cookie of a new session of this person. */
  signIn(personId: string): Promise<string>;
  stop(): Promise<void>;
};

/** Serves the built pages over a course of the fixtures, from this process and an empty database. */
export async function openSmallSite(edition: Edition, port: number): Promise<SmallSite> {
  const settings = readSettings({
    DATA_DIR: mkdtempSync(path.join(tmpdir(), 'vejlederbevis-small-')),
    PORT: String(port),
    LOG_LEVEL: 'silent',
    NODE_ENV: 'test',
  });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  const opened = await openWorld(settings.env, { migrate: true });
  const world = Object.assign(opened, { catalogue: catalogueOf([edition]), demoSignIn: true });
  await markAsDemo(world);
  await setUpPlaces(world);
  const leader = await somebody(world, { givenName: 'Karla', roles: ['course-leader'], library: libraries.odense });
  const holdId = await someHold(world, leader, 500);
  const health = makeHealth(world, () => undefined);
  const given = { development: false, life: { stopping: false }, health };
  const server = serverOf(await appOf(settings.env, world, makeLog('silent'), given)).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${port}`;
  const signIn = async (personId: string) => {
    const answer = await fetch(`${url}/sign-in/demo`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url },
      body: new URLSearchParams({ person: personId }),
    });
    return answer.headers.getSetCookie()[0]!.split(';')[0]!;
  };
  return {
    url,
    world,
    signIn,
    async adviser(givenName) {
      const who = { givenName, roles: ['adviser' as const], library: libraries.herning, demo: true };
      const enrolled = await begin(world, { leader, adviser: await somebody(world, who), holdId });
      return { ...enrolled, cookie: await signIn(enrolled.viewer.personId) };
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await world.close();
    },
  };
}
