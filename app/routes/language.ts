import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readForm } from '#app/platform/form.server.ts';
import { cookieNames, cookieOf } from '#app/platform/session-cookie.server.ts';
import { safeNext } from '#app/server/client-address.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';

const year = 365 * 24 * 3600;

export function loader() {
  return redirect('/');
}

/** Stores the language in our own cookie, so that it does not appear in the address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { world } = contextOf(context);
  const form = await readForm(request);
  const language = form.text('language') === 'en' ? 'en' : 'da';
  const next = new URL(safeNext(form.text('next')), 'http://here');
  next.searchParams.delete('lang');
  return redirect(next.pathname + next.search, {
    headers: { 'Set-Cookie': cookieOf(world.publicUrl, cookieNames(world.publicUrl).language, language, year) },
  });
}
