import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';

/** Everybody on a hold and how far they are, for a spreadsheet. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const hold = await seeHold(world, viewer, params.holdId!);
  if (!hold) throw notFound();
  const t = translator({ language }, 'leader');
  const common = translator({ language }, 'common');
  const titleOf = (step: string | null) => hold.steps.find(({ id }) => id === step)?.title[language] ?? '';
  const head = (['name', 'email', 'library', 'state', 'step', 'attention'] as const).map((key) => t(`csv.${key}`));
  const rows = hold.advisers.map(({ nameAlone, email, library, state, at, attention, waiting, statuses }) => [
    nameAlone,
    email ?? '',
    library ?? '',
    common(`life.${state}`),
    titleOf(at),
    [
      attention ? t(`hold.attention.${attention.why}`, { count: attention.days }) : '',
      waiting === null ? '' : t('hold.waiting', { count: waiting }),
    ]
      .filter(Boolean)
      .join(', '),
    ...hold.steps.map(({ id }) => common(`status.${statuses[id] ?? 'closed'}`)),
  ]);
  const steps = hold.steps.map(({ title }) => title[language]);
  const notes = { head: t('csv.note'), texts: world.demo ? [t('csv.demo')] : [] };
  return csvResponse(`hold-${world.now().slice(0, 10)}.csv`, { head: [...head, ...steps], rows, notes });
}
