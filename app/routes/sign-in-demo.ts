import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { safeNext } from '../platform/client-address.server.ts';
import { readForm } from '../platform/form.server.ts';
import { contextOf } from '../platform/load-context.server.ts';
import { notFound } from '../platform/require-viewer.server.ts';
import { cookieNames, cookieOf, readCookie } from '../platform/session-cookie.server.ts';
import { signInAsDemo } from '../use-cases/sign-in/sign-in-as-demo.server.ts';
import { sessionSeconds } from '../use-cases/sign-in/start-session.server.ts';

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
