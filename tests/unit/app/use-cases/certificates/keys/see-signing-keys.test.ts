import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { initDevelopmentKey } from '#app/platform/certificate-key.server.ts';
import { readSettings } from '#app/platform/env.server.ts';
import { availableKeysOf } from '#app/platform/key-ages.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { seeSigningKeys } from '#app/use-cases/certificates/keys/see-signing-keys.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';

const dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-ages-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const viewer = (role: Role) => ({ grants: [{ role, serviceId: null }] }) as unknown as Viewer;
const worldAt = (now: string) =>
  ({
    now: () => now,
    keys: async () => ({
      keys: [
        {
          use: 'file',
          name: 'CN=Ærø',
          kind: 'real',
          from: '2024-11-01T09:00:00.000Z',
          until: '2026-11-01T09:00:00.000Z',
        },
      ],
    }),
  }) as unknown as World;

test.each([
  ['2026-08-02', 91, 'none'],
  ['2026-08-03', 90, 'soon'],
  ['2026-10-01', 31, 'soon'],
  ['2026-10-02', 30, 'now'],
  ['2026-11-01', 0, 'now'],
  ['2026-11-02', 0, 'over'],
])('on %s a key has %i days left and the urgency is "%s"', async (day, daysLeft, urgency) => {
  const seen = await seeSigningKeys(worldAt(`${day}T08:00:00.000Z`), viewer('agency'));
  expect(seen!.keys).toEqual([
    { use: 'file', name: 'CN=Ærø', kind: 'real', from: '2024-11-01', until: '2026-11-01', daysLeft, urgency },
  ]);
});

test('the signing keys are shown only to the people responsible for them', async () => {
  const world = worldAt('2026-08-01T08:00:00.000Z');
  for (const role of ['agency', 'administrator'] as const)
    expect(await seeSigningKeys(world, viewer(role)), role).toBeDefined();
  for (const role of ['adviser', 'course-leader', 'contact-person'] as const)
    expect(await seeSigningKeys(world, viewer(role)), role).toBeUndefined();
});

test('the signing keys are reported as none, not made yet, a development key or an unreadable file', async () => {
  const keys = (source: Record<string, string> = {}) => {
    const settings = readSettings({ DATA_DIR: dataDir, ...source });
    if (!settings.ok) throw new Error('no settings');
    return availableKeysOf(settings.env)();
  };
  const real = {
    NODE_ENV: 'production',
    APP_URL: 'https://a.example',
    SESSION_SECRET: 's'.repeat(32),
    ISSUER_NAME: 'Ærø',
    SUPPORT_EMAIL: 'a@b.example',
  };
  expect(await keys(real)).toEqual({ keys: [], lacks: 'none' });
  expect(await keys()).toEqual({ keys: [], lacks: 'not-made-yet' });
  const settings = readSettings({ DATA_DIR: dataDir });
  if (!settings.ok) throw new Error('no settings');
  await initDevelopmentKey(settings.env);
  const development = await keys();
  expect(development).toMatchObject({
    keys: [{ use: 'file', kind: 'development', name: expect.stringContaining('udvikling') }],
  });
  expect(JSON.stringify(development)).not.toContain('PRIVATE');
  expect(await keys(real)).toEqual({ keys: [], lacks: 'none' });
  const file = path.join(dataDir, 'bad.p12');
  writeFileSync(file, 'hej');
  expect(await keys({ CERTIFICATE_P12_FILE: file })).toEqual({ keys: [], lacks: 'unreadable' });
});
