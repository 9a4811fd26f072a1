import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkCertificate } from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import { isLook } from '#app/use-cases/certificates/checking/is-look.ts';
import { saveLooks } from '#app/use-cases/certificates/checking/save-looks.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, type Cast, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, pass } from '../../../world.ts';

const browser = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
const asked = (headers: Record<string, string>, method = 'GET') =>
  isLook(new Request('http://vejlederbevis.test/v/K7QM.data', { method, headers }));

test('only a person who opens the check page counts as a look, not a program, a prefetch or the page itself', () => {
  expect(asked(browser)).toBe(true);
  expect(asked({ ...browser, Referer: 'https://search.example/?q=bevis' })).toBe(true);
  expect(asked({ ...browser, Referer: 'http://vejlederbevis.test/check?code=K7QM' })).toBe(true);
  expect(asked({ ...browser, Referer: 'http://vejlederbevis.test/v/K7QM?lang=en' })).toBe(false);
  expect(asked(browser, 'HEAD')).toBe(false);
  expect(asked({ ...browser, 'Sec-Purpose': 'prefetch' })).toBe(false);
  for (const agent of ['LinkedInBot/1.0', 'Slackbot-LinkExpanding 1.0', 'curl/8.5', 'facebookexternalhit/1.1', ''])
    expect(asked({ 'User-Agent': agent }), agent).toBe(false);
});

onBothDatabases('the count of looks at a certificate', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function issued() {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, await begin(world, cast), { leaders: [cast.leader] });
    world.clock.at = clock.world.now();
    return { cast, own: (await own(cast))! };
  }
  const own = async ({ adviser }: Cast) => (await seeCourse(world, adviser)).certificates[0];

  test('is kept per day for the holder, who is not counted, and survives a round without the database', async () => {
    const { cast, own: before } = await issued();
    expect(before.looks).toEqual({ all: 0, recent: 0 });
    const code = before.verifyCode;
    const look = (by?: string) => checkCertificate(world, { code, look: { by } });
    await look();
    await look(cast.leader.personId);
    await look(cast.adviser.personId);
    await checkCertificate(world, { code });
    await checkCertificate(world, { code: '0'.repeat(20), look: { by: undefined } });

    const gone = { ...world, db: undefined as never };
    await expect(saveLooks(gone)).rejects.toThrow();
    await look();
    await saveLooks(world);
    await saveLooks(world);
    expect((await own(cast))!.looks).toEqual({ all: 3, recent: 3 });

    await look();
    await saveLooks(world);
    pass(world, 40 * 24 * 60);
    await look();
    await saveLooks(world);
    expect((await own(cast))!.looks).toEqual({ all: 5, recent: 1 });
    const rows = await world.db.selectFrom('certificate_look').selectAll().orderBy('day').execute();
    expect(rows.map((row) => [Object.keys(row).sort().join(), row.looks])).toEqual([
      ['day,looks,number', 4],
      ['day,looks,number', 1],
    ]);
  });

  test('is shown to the holder with the address to share and the history in order', async () => {
    const { own: certificate } = await issued();
    expect(certificate).toMatchObject({
      checkUrl: `http://vejlederbevis.test/v/${certificate.verifyCode}`,
      issuer: 'Prøvestyrelsen',
      events: [{ type: 'issued', on: certificate.validFrom, reason: null }],
    });
  });
});
