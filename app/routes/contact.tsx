import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { InformationPage } from '#app/components/frame/information-page.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';

export const meta = pageMeta;

export function loader({ context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  return {
    title: translator({ language }, 'help')('contact.title'),
    issuer: world.env.issuerName,
    email: world.env.supportEmail ?? null,
  };
}

export default function Contact() {
  const { issuer, email } = useLoaderData<typeof loader>();
  return <InformationPage page="contact" issuer={issuer} email={email} />;
}
