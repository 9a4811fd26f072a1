import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { csvResponse } from '#app/platform/csv.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { listRefusedPlaces } from '#app/use-cases/places/import/list-refused-places.server.ts';

/** The file is made of what the page has read; whoever opens the address begins there. */
export function loader({ request, context }: LoaderFunctionArgs) {
  requireViewer(context, request, 'manage-places');
  return redirect('/places/import');
}

const reasonColumn = 'fejl';

/** The refused rows as they were written, with the reason in front: a row that is mended can be sent again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-places');
  const form = await readForm(request);
  const refused = await listRefusedPlaces(world, viewer, { kind: form.text('kind'), text: form.text('text') });
  if (!refused) throw notFound();
  const t = translator({ language }, 'places');
  // A file that was mended and sent again has our column already.
  const own = refused.head.findIndex((name) => name.toLowerCase() === reasonColumn);
  const withoutOwn = (cells: readonly string[]) => cells.filter((_, at) => at !== own);
  return csvResponse(`afviste-${world.now().slice(0, 10)}.csv`, {
    head: [reasonColumn, ...withoutOwn(refused.head)],
    rows: refused.rows.map(({ cells, refusal, sameAs }) => [
      t(`import.refused.${refusal}`, { line: sameAs }),
      ...withoutOwn(cells),
    ]),
  });
}
