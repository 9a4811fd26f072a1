import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { formOf } from '#app/platform/form.server.ts';
import { writtenIn } from '#app/platform/written.ts';
import { type Action, may, type Scope } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { contextOf, type LoadContext } from './load-context.server.ts';

/** Signed in and allowed, or a thrown answer: to the sign-in page, or 403. Use cases ask again for the thing itself. */
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
 * The same for a form that was sent. A session that ended in the meantime must not cost anybody their words: the answer
 * is a page that shows them again beside the way to sign in.
 */
export async function requireFormViewer(
  load: AppLoadContext,
  request: Request,
  action: Action,
): Promise<LoadContext & { viewer: Viewer }> {
  if (contextOf(load).viewer) return requireViewer(load, request, action);
  const written = writtenIn(await formOf(request));
  const next = new URL(request.url).pathname.replace(/\.data$/, '');
  throw data({ written, next }, { status: 401 });
}

/** Signed in, whatever the role. */
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

/** The number of a question in an address; a thrown 404 for what is none. */
export function slotOf(typed: string | undefined): number {
  if (!/^[1-9]\d{0,2}$/.test(typed ?? '')) throw notFound();
  return Number(typed);
}

export function tooMany(seconds: number): Response {
  return new Response('too many', {
    status: 429,
    statusText: 'Too Many Requests',
    headers: { 'Retry-After': String(seconds) },
  });
}
