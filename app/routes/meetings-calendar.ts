import type { LoaderFunctionArgs } from '@remix-run/node';
import { calendarFile } from '#app/platform/calendar-file.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { listMeetings } from '#app/use-cases/partners/list-meetings.server.ts';

/** The meetings and the next steps after them, as a calendar. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const t = translator({ language }, 'partners');
  const meetings = await listMeetings(world, viewer);
  return calendarFile({
    name: t('meetings.file'),
    now: world.now(),
    host: new URL(world.publicUrl).hostname,
    entries: meetings.flatMap(({ firstId, onDay, startsAt, place, partners, service, decisions, ...next }) => [
      {
        id: firstId,
        onDay,
        startsAt,
        place,
        title: t('meetings.entry', { partners, where: service ?? t('meetings.national') }),
        text: decisions,
      },
      ...(next.nextOn
        ? [{ id: `${firstId}-step`, onDay: next.nextOn, title: next.nextStep, text: `${next.nextOwner}. ${partners}` }]
        : []),
    ]),
  });
}
