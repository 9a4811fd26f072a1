import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { menuOf } from '#app/use-cases/menu-of.ts';
import { seeRolloutDay } from '#app/use-cases/readiness/monday/see-rollout-day.server.ts';
import { EndedPage, ErrorPage, errorKindOf } from './components/frame/error-page.tsx';
import { useLastSent } from './components/frame/last-sent.ts';
import { useNonce } from './components/frame/nonce.ts';
import { PageFrame } from './components/frame/page-frame.tsx';
import { retryAfter } from './platform/retry-after.server.ts';
import { descriptionOf } from './server/description-of.server.ts';
import { contextOf } from './server/load-context.server.ts';
import styles from './styles/app.scss?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** The title for pages without their own. Error pages set theirs themselves. */
export const meta: MetaFunction = ({ error }) => (error ? [] : [{ title: 'Vejlederbevis' }]);

/** For responses thrown on a page. A page that answers 429 itself also exports these headers. */
export const headers = retryAfter;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language, requestId } = contextOf(context);
  const { pathname, search } = new URL(request.url);
  const path = pathname.replace(/\.data$/, '');
  return {
    language,
    description: descriptionOf(path, language),
    requestId,
    demo: world.demo,
    heldOn: world.heldOn ?? null,
    issuer: world.env.issuerName,
    here: path + search,
    viewer: viewer ? { name: viewer.name, roles: [...new Set(viewer.grants.map(({ role }) => role))] } : null,
    menu: viewer ? menuOf(viewer) : [],
    rolloutDay: viewer ? await seeRolloutDay(world, viewer) : undefined,
  };
}

const isOfAStep = (path = '') => /^\/enrolments\/[^/]+\/steps\//.test(path);

// Who is signed in and in which language changes only when a form is sent, and no form of a step changes it: within a
// course the frame stays, so that an answer can bring the next page.
export function shouldRevalidate({
  formMethod,
  formAction,
  defaultShouldRevalidate,
  currentUrl,
  nextUrl,
}: {
  formMethod?: string;
  formAction?: string;
  defaultShouldRevalidate: boolean;
  currentUrl: URL;
  nextUrl: URL;
}) {
  if (isOfAStep(nextUrl.pathname) && (formMethod === undefined || isOfAStep(formAction))) return false;
  return formMethod !== undefined || currentUrl.pathname !== nextUrl.pathname || defaultShouldRevalidate;
}

function Html({ language, title, children }: { language: 'da' | 'en'; title?: string; children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {title && <title>{`${title} – Vejlederbevis`}</title>}
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  const frame = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  useLastSent();
  return (
    <Html language={frame.language}>
      <PageFrame {...frame} here={pathname + search}>
        <Outlet />
      </PageFrame>
    </Html>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>('root');
  const { t, i18n } = useTranslation('common');
  const language = frame?.language ?? (i18n.language === 'en' ? 'en' : 'da');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { pathname, search } = useLocation();
  // The frame may be older than the request that failed; its id would lead to another line of the log.
  const requestId = frame?.here === pathname + search ? frame.requestId : undefined;
  return (
    <Html language={language} title={t(status === 401 ? 'ended.title' : `error.${errorKindOf(status)}.title`)}>
      <PageFrame {...(frame ?? { language, demo: false, heldOn: null, issuer: '', here: '/', viewer: null, menu: [] })}>
        {status === 401 && isRouteErrorResponse(error) ? (
          <EndedPage {...error.data} />
        ) : (
          <ErrorPage status={status} requestId={requestId} />
        )}
      </PageFrame>
    </Html>
  );
}
