import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ServingTable } from '#app/components/places/serving-table.tsx';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { listServing } from '#app/use-cases/places/serving/list-serving.server.ts';
import '#app/words/places.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'manage-places');
  return {
    title: translator({ language }, 'places')('serving.title'),
    language,
    ...(await listServing(world, viewer)),
  };
}

export default function Serving() {
  const { title, language, services } = useLoaderData<typeof loader>();
  const { t } = useTranslation('places');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/places', text: common('menu.places') }]}
        here={title}
      />
      <h1>{title}</h1>
      <p className="lead">{t('serving.lead')}</p>
      <ServingTable language={language} services={services} />
    </>
  );
}
