import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireSignedIn } from '#app/server/require-viewer.server.ts';
import { seeProfile } from '#app/use-cases/people/see-profile.server.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireSignedIn(context, request);
  return { title: translator({ language }, 'adviser')('profile.title'), ...(await seeProfile(world, viewer)) };
}

export default function Profile() {
  const { name, email, library, roles } = useLoaderData<typeof loader>();
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  return (
    <>
      <h1>{t('profile.title')}</h1>
      <Facts
        rows={[
          [t('profile.name'), name],
          [t('profile.email'), email ?? t('profile.none')],
          [t('profile.library'), library ?? t('profile.none')],
          [t('profile.roles'), roles.map((role) => common(`role.${role}`)).join(', ') || t('profile.none')],
        ]}
      />
      <p className="space-6">{t('profile.change')}</p>
    </>
  );
}
