import { expect, test } from 'vitest';
import { parseArguments } from '#app/toolkit/arguments.ts';
import { partnersVerb } from '#app/toolkit/partners.ts';
import { recordMeeting } from '#app/use-cases/partners/record-meeting.server.ts';
import { onBothDatabases, settingsOf } from '../../databases.ts';
import { fakeWorld, somebody } from '../../world.ts';

onBothDatabases('partners list', (_engine, fresh) => {
  test('prints the meetings of every place, and refuses a list that is not there', async () => {
    const opened = await fresh();
    const env = settingsOf(opened.at);
    const world = await fakeWorld(opened);
    const agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    for (const serviceId of ['', 'tjeneste-0657'])
      await recordMeeting(world, agency, {
        ...{ serviceId, onDay: '2026-11-20', startsAt: '', place: '', partners: 'KL', held: true },
        ...{ decisions: 'En fælles seddel', nextStep: '', nextOwner: '', nextOn: '' },
      });
    const ask = (...words: string[]) => partnersVerb(parseArguments(['partners', ...words]), env);
    const { exit, text, json } = await ask('list', 'meetings', '--json');
    expect([exit, (json as { meetings: unknown[] }).meetings.length]).toEqual([0, 2]);
    expect(text).toContain('2026-11-20 the country, with KL: En fælles seddel');
    for (const list of ['agreements', 'outreach', 'sessions'])
      expect(await ask('list', list)).toMatchObject({ exit: 0 });
    expect(await ask('list', 'friends')).toMatchObject({ exit: 2 });
    expect(await ask('write')).toMatchObject({ exit: 2 });
    await world.close();
  });
});
