import type { Environment } from '#app/platform/env.server.ts';
import { listMeetings } from '#app/use-cases/partners/list-meetings.server.ts';
import { listOutreach } from '#app/use-cases/partners/list-outreach.server.ts';
import { listPeerSessions } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { seePartners } from '#app/use-cases/partners/see-partners.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { inWorld } from './in-world.ts';
import { json } from './json.ts';
import { noSuchDay } from './readiness/no-such-day.ts';

/** Whoever runs the command line has the database itself, so it sees what an administrator sees. */
const operator: Viewer = {
  personId: '',
  name: '',
  language: 'da',
  grants: [{ role: 'administrator', serviceId: null }],
  sessionKey: '',
};

/**
 * `partners list agreements | meetings | outreach | sessions`: what the page of partners shows, of the whole country or of a
 * `--region`, on a day and as it was known; sessions are those to come.
 */
export async function partnersVerb({ verb, args: [list], options }: Input, env: Environment): Promise<Answer> {
  if (verb !== 'list') return wrongUsage();
  const { 'as-of': asOf, 'known-on': knownOn, region = '' } = options;
  const refused = noSuchDay(asOf, knownOn);
  if (refused) return refused;
  const asked = { asOf, knownOn, region };
  switch (list) {
    case 'agreements': {
      const view = (await inWorld(env, (world) => seePartners(world, operator, asked)))!;
      const all = [...view.agreements, ...view.ofServices];
      const lines = all.map(
        (each) =>
          `${each.partner} – ${each.service ?? 'the country'}: ${each.about}, ${each.from} to ${each.lastDay}, ${each.standing}`,
      );
      return { exit: 0, text: lines.join('\n'), json: json['partners list agreements'](view.today, all) };
    }
    case 'meetings': {
      const meetings = await inWorld(env, (world) => listMeetings(world, operator, asked));
      const lines = meetings.map(
        (each) =>
          `${each.onDay} ${each.service ?? 'the country'}, with ${each.partners}: ${each.held ? each.decisions : 'planned'}${each.nextIsLate ? ` (late: ${each.nextStep})` : ''}`,
      );
      return { exit: 0, text: lines.join('\n'), json: json['partners list meetings'](meetings) };
    }
    case 'outreach': {
      const { from, to, channels } = await inWorld(env, (world) => listOutreach(world, operator, 0, asked));
      const lines = channels.map(
        ({ channel, efforts, amount, cost }) => `${channel}: ${efforts} efforts, ${amount}, ${cost} kr.`,
      );
      return { exit: 0, text: lines.join('\n'), json: json['partners list outreach'](from, to, channels) };
    }
    case 'sessions': {
      const sessions = await inWorld(env, (world) => listPeerSessions(world, operator));
      const lines = sessions.map(({ onDay, place, topic, free }) => `${onDay} ${place}: ${topic}, ${free} free`);
      return { exit: 0, text: lines.join('\n'), json: json['partners list sessions'](sessions) };
    }
    default:
      return wrongUsage('partners list takes agreements, meetings, outreach or sessions.');
  }
}
