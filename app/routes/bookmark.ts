import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readForm } from '#app/platform/form.server.ts';
import { notFound, requireFormViewer } from '#app/server/require-viewer.server.ts';
import { setBookmark } from '#app/use-cases/study/set-bookmark.server.ts';

export function loader() {
  return redirect('/my-certificate');
}

/** Marks a section of a text, or takes the mark away, and returns to the section. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer } = await requireFormViewer(context, request, 'learn');
  const form = await readForm(request);
  const section = form.text('section');
  const place = { enrolmentId: params.enrolmentId!, step: params.step!, section };
  const outcome = await setBookmark(world, viewer, { ...place, marked: form.text('marked') === '1' });
  if (!outcome.ok) throw notFound();
  return redirect(`/enrolments/${place.enrolmentId}/steps/${place.step}#${section}`);
}
