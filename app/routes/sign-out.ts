import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { cookieNames, cookieOf } from '#app/platform/session-cookie.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { signOut } from '#app/use-cases/sign-in/sign-out.server.ts';

export function loader() {
  return redirect('/');
}

export async function action({ context }: ActionFunctionArgs) {
  const { world, viewer } = contextOf(context);
  if (viewer) await signOut(world, viewer);
  return redirect('/', {
    headers: { 'Set-Cookie': cookieOf(world.publicUrl, cookieNames(world.publicUrl).session, '', 0) },
  });
}
