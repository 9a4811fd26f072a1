import { type AppLoadContext, redirect } from '@remix-run/node';
import { type Action, may, type Scope } from '../use-cases/permission.ts';
import type { Viewer } from '../use-cases/viewer.ts';
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

/** Signed in, whatever the role. */
export function requireSignedIn(load: AppLoadContext, request: Request): LoadContext & { viewer: Viewer } {
  const context = contextOf(load);
  if (!context.viewer) throw signInFirst(request);
  return { ...context, viewer: context.viewer };
}

function signInFirst(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  const next = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : pathname.replace(/\.data$/, '');
  return redirect(`/sign-in?${new URLSearchParams({ next, ...(request.method !== 'GET' && { ended: '1' }) })}`);
}

export function forbidden(): Response {
  return new Response('forbidden', { status: 403, statusText: 'Forbidden' });
}

export function notFound(): Response {
  return new Response('not found', { status: 404, statusText: 'Not Found' });
}
