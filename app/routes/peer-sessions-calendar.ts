import type { LoaderFunctionArgs } from '@remix-run/node';
import { calendarFile } from '#app/platform/calendar-file.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { listPeerSessions } from '#app/use-cases/partners/list-peer-sessions.server.ts';

/** The sessions of the network to come, as a calendar. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const sessions = await listPeerSessions(world, viewer);
  return calendarFile({
    name: translator({ language }, 'partners')('sessions.file'),
    now: world.now(),
    host: new URL(world.publicUrl).hostname,
    entries: sessions.map(({ firstId, onDay, startsAt, place, topic, service }) => ({
      ...{ id: firstId, onDay, startsAt, place, title: topic, text: service },
    })),
  });
}
