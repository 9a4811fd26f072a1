import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readForm } from '#app/platform/form.server.ts';
import { cookieNames, cookieOf, readCookie } from '#app/platform/session-cookie.server.ts';
import { safeNext } from '#app/server/client-address.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';
import { signInAsDemo } from '#app/use-cases/sign-in/sign-in-as-demo.server.ts';
import { sessionSeconds } from '#app/use-cases/sign-in/start-session.server.ts';

export function loader() {
  return redirect('/sign-in');
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world } = contextOf(context);
  const form = await readForm(request);
  const name = cookieNames(world.publicUrl).session;
  const outcome = await signInAsDemo(world, { personId: form.text('person'), former: readCookie(request, name) });
  if (!outcome.ok) throw notFound();
  return redirect(safeNext(form.text('next')), {
    headers: { 'Set-Cookie': cookieOf(world.publicUrl, name, outcome.cookie, sessionSeconds) },
  });
}
