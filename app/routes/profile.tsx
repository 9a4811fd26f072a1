import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireSignedIn } from '#app/server/require-viewer.server.ts';
import { seeProfile } from '#app/use-cases/people/see-profile.server.ts';
import { formatNumber } from '#app/words/format.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireSignedIn(context, request);
  const title = translator({ language }, 'adviser')('profile.title');
  return { title, language, ...(await seeProfile(world, viewer)) };
}

export default function Profile() {
  const { language, name, email, library, roles, timeFactor } = useLoaderData<typeof loader>();
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
          ...(timeFactor > 1
            ? ([[t('profile.time'), t('profile.times', { factor: formatNumber(language, timeFactor, 2) })]] as const)
            : []),
        ]}
      />
      <p className="space-6">{t('profile.change')}</p>
    </>
  );
}
