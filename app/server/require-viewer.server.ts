import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { formOf, isUnread } from '#app/platform/form.server.ts';
import { writtenIn } from '#app/platform/written.ts';
import { type Action, may, type Scope } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { contextOf, type LoadContext } from './load-context.server.ts';

/**
 * Returns the signed-in viewer if they are allowed. Otherwise it throws a redirect to the sign-in page, or a 403. Use
 * cases check permission again for the specific thing.
 */
export function requireViewer(
  load: AppLoadContext,
  request: Request,
  action: Action,
  scope?: Scope,
): LoadContext & { viewer: Viewer } {
  const context = contextOf(load);
  const { viewer } = context;
  if (!viewer) throw signInFirst(request);
  if (!may(viewer, action, scope)) throw forbidden();
  return { ...context, viewer };
}

/**
 * The same check for a submitted form. If the session has ended, nobody must lose what they wrote: the answer is a page
 * that shows it again with a link to sign in.
 */
export async function requireFormViewer(
  load: AppLoadContext,
  request: Request,
  action: Action,
): Promise<LoadContext & { viewer: Viewer }> {
  if (contextOf(load).viewer) return requireViewer(load, request, action);
  // A body from a stranger may be too large to be read and given back.
  const written = isUnread(request) ? [] : writtenIn(await formOf(request));
  const next = new URL(request.url).pathname.replace(/\.data$/, '');
  throw data({ written, next }, { status: 401 });
}

/** The signed-in viewer, whatever the role. */
export function requireSignedIn(load: AppLoadContext, request: Request): LoadContext & { viewer: Viewer } {
  const context = contextOf(load);
  if (!context.viewer) throw signInFirst(request);
  return { ...context, viewer: context.viewer };
}

function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(`/sign-in?${new URLSearchParams({ next: pathname.replace(/\.data$/, '') + search })}`);
}

export function forbidden(): Response {
  return new Response('forbidden', { status: 403, statusText: 'Forbidden' });
}

export function notFound(): Response {
  return new Response('not found', { status: 404, statusText: 'Not Found' });
}

/** Reads the number of a question from an address. Throws a 404 if it is not one. */
export function slotOf(typed: string | undefined): number {
  if (!/^[1-9]\d{0,2}$/.test(typed ?? '')) throw notFound();
  return Number(typed);
}

export function tooManyRequests(seconds: number): Response {
  return new Response('too many', {
    status: 429,
    statusText: 'Too Many Requests',
    headers: { 'Retry-After': String(seconds) },
  });
}
