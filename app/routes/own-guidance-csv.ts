import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { ownNotes } from '#app/use-cases/guidance/own-notes.server.ts';

const head = [
  'day',
  'library',
  'topic',
  'outcome',
  'blocked',
  'channel',
  'distance',
  'minutes',
  'referred-to',
  'recorded',
] as const;

/** Everything the viewer noted, for their own spreadsheet. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'log-guidance');
  const t = translator({ language }, 'guidance');
  const notes = await ownNotes(world, viewer, { from: '0000-01-01', until: '9999-12-31' });
  return csvResponse('vejledninger.csv', {
    head: head.map((key) => t(`column.${key}`)),
    rows: notes.map((note) => [
      note.onDay,
      note.library,
      note.title,
      t(`outcome.${note.outcome}`),
      note.blocked ? t(`blocked.${note.blocked}`) : '',
      note.channel ? t(`channel.${note.channel}`) : '',
      note.distance ? t(`distance.${note.distance}`) : '',
      note.minutes === null ? '' : String(note.minutes),
      note.referredTo ?? '',
      note.recordedAt,
    ]),
  });
}
