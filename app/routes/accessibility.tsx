import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InformationPage } from '../components/information-page.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { contextOf } from '../platform/load-context.server.ts';
import { translator } from '../platform/translator.server.ts';

export const meta = pageMeta;

export function loader({ context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  return {
    title: translator({ language }, 'help')('accessibility.title'),
    issuer: world.env.issuerName,
    email: world.env.supportEmail ?? null,
  };
}

export default function Accessibility() {
  const { issuer, email } = useLoaderData<typeof loader>();
  return <InformationPage page="accessibility" issuer={issuer} email={email} />;
}
