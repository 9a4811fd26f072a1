import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readForm } from '#app/platform/form.server.ts';
import { requireFormViewer } from '#app/server/require-viewer.server.ts';
import { rememberPlace } from '#app/use-cases/learning/remember-place.server.ts';

export function loader() {
  return redirect('/my-certificate');
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer } = await requireFormViewer(context, request, 'learn');
  const form = await readForm(request);
  const outcome = await rememberPlace(world, viewer, {
    enrolmentId: params.enrolmentId!,
    step: params.step!,
    section: form.text('section'),
  });
  return Response.json({ ok: outcome.ok }, { status: outcome.ok ? 200 : 404 });
}
