import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { RatedStep } from '#app/components/rating/rated-step.tsx';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeRatings } from '#app/use-cases/holds/see-ratings.server.ts';
import '#app/words/rating.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const view = await seeRatings(world, viewer, params.holdId!);
  if (!view) throw notFound();
  return { title: translator({ language }, 'rating')('seen.title'), language, view };
}

export default function HoldRatings() {
  const { title, language, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('rating');
  const { t: common } = useTranslation('common');
  const { hold, steps, enough, few } = view;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/holds', text: common('menu.holds') },
          { to: `/holds/${hold.id}`, text: hold.name },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <p className="lead">{t('seen.lead', { count: steps.length, enough })}</p>
      <p className="muted">{t('seen.who', { course: view.course[language], edition: view.edition })}</p>
      {steps.map((step) => (
        <RatedStep key={step.id} step={step} language={language} />
      ))}
      {few > 0 && <p className="space-6">{t('seen.few', { count: few })}</p>}
    </>
  );
}
