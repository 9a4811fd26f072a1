import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EndedPage, ErrorPage } from './components/error-page.tsx';
import { useLastSent } from './components/last-sent.ts';
import { useNonce } from './components/nonce.ts';
import { PageFrame } from './components/page-frame.tsx';
import { contextOf } from './platform/load-context.server.ts';
import styles from './styles/app.scss?url';
import { menuOf } from './use-cases/menu.server.ts';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** What stands in the tab when no page has a title of its own: on the error pages. */
export const meta: MetaFunction = () => [{ title: 'Vejlederbevis' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = contextOf(context);
  const { pathname, search } = new URL(request.url);
  return {
    language,
    demo: world.demo,
    issuer: world.env.issuerName,
    here: pathname.replace(/\.data$/, '') + search,
    viewer: viewer ? { name: viewer.name, roles: [...new Set(viewer.grants.map(({ role }) => role))] } : null,
    menu: viewer ? menuOf(viewer) : [],
  };
}

// Who is signed in, and in which language, changes only by a form.
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
  currentUrl,
  nextUrl,
}: {
  formMethod?: string;
  defaultShouldRevalidate: boolean;
  currentUrl: URL;
  nextUrl: URL;
}) {
  return formMethod !== undefined || currentUrl.pathname !== nextUrl.pathname || defaultShouldRevalidate;
}

function Html({ language, children }: { language: 'da' | 'en'; children: ReactNode }) {
  const nonce = useNonce();
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
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
  useLastSent();
  return (
    <Html language={frame.language}>
      <PageFrame {...frame}>
        <Outlet />
      </PageFrame>
    </Html>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>('root');
  const { i18n } = useTranslation();
  const language = frame?.language ?? (i18n.language === 'en' ? 'en' : 'da');
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return (
    <Html language={language}>
      <PageFrame {...(frame ?? { language, demo: false, issuer: '', here: '/', viewer: null, menu: [] })}>
        {status === 401 && isRouteErrorResponse(error) ? <EndedPage {...error.data} /> : <ErrorPage status={status} />}
      </PageFrame>
    </Html>
  );
}
