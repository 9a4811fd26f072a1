import type { LoaderFunctionArgs } from '@remix-run/node';
import { calendarFile } from '#app/platform/calendar-file.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { seeCourse } from '#app/use-cases/learning/see-course.server.ts';

/** The viewer's coming course days as a calendar, without those to which they cannot come. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-own-course');
  const t = translator({ language }, 'way');
  const { course } = await seeCourse(world, viewer);
  return calendarFile({
    name: t('day.file'),
    now: world.now(),
    host: new URL(world.publicUrl).hostname,
    entries: (course?.days ?? [])
      .filter(({ regret }) => regret === null)
      .map(({ id, heldOn, startsAt, place }) => ({
        id,
        onDay: heldOn,
        startsAt,
        place,
        title: t('day.entry', { course: course!.title[language] }),
        text: t('day.entry-text', { url: `${world.publicUrl}/my-certificate` }),
      })),
  });
}
