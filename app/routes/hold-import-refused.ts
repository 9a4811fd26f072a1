import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { listRefusedRows } from '#app/use-cases/holds/seats/list-refused-rows.server.ts';
import { formatDay } from '#app/words/format.ts';

/** The file is made of what the page has read; whoever opens the address begins there. */
export function loader({ request, params, context }: LoaderFunctionArgs) {
  requireViewer(context, request, 'import-people');
  return redirect(`/holds/${params.holdId}/import`);
}

/**
 * The refused rows of an import as they were written, with the reason in front: a row that is mended can be sent again,
 * since a column of an unknown name is left alone.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'import-people');
  const text = (await readForm(request)).text('text');
  const refused = await listRefusedRows(world, viewer, { holdId: params.holdId!, text });
  if (!refused.ok) throw notFound();
  const t = translator({ language }, 'leader');
  // A file that was mended and sent again has our column already.
  const own = refused.head.findIndex((name) => name.toLowerCase() === reasonColumn);
  const withoutOwn = (cells: string[]) => cells.filter((_, at) => at !== own);
  const rows = refused.rows.map(({ cells, refusal, sameAs, closedOn, opensOn }) => {
    const day = closedOn ?? opensOn;
    return [
      refusal === undefined
        ? ''
        : t(`import.refused.${refusal}`, { line: sameAs, day: day ? formatDay(language, day) : undefined }),
      ...withoutOwn(cells),
    ];
  });
  return csvResponse(`afviste-${world.now().slice(0, 10)}.csv`, {
    head: [reasonColumn, ...withoutOwn(refused.head)],
    rows,
  });
}

const reasonColumn = 'fejl';
