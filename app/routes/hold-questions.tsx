import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { Agreement } from '#app/components/hold/agreement.tsx';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeQuestions } from '#app/use-cases/holds/see-questions.server.ts';
import { formatList, formatNumber } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const view = await seeQuestions(world, viewer, params.holdId!);
  if (!view) throw notFound();
  return { title: translator({ language }, 'leader')('questions.title'), language, view };
}

export default function HoldQuestions() {
  const { view, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { hold, questions, enough, few, agreement } = view;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/holds', text: common('menu.holds') },
          { to: `/holds/${hold.id}`, text: hold.name },
        ]}
        here={t('questions.title')}
      />
      <h1>{t('questions.title')}</h1>
      <p className="lead">{t('questions.lead', { count: questions.length, enough })}</p>
      <p className="muted">{t('questions.who', { course: view.course[language], edition: view.edition })}</p>
      {questions.length > 0 && (
        <ScrollRegion label={t('questions.title')}>
          <table className="data-table">
            <caption className="sr-only">{t('questions.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('questions.question')}</th>
                <th scope="col">{t('questions.step')}</th>
                <th scope="col" className="right">
                  {t('questions.answers')}
                </th>
                <th scope="col" className="right">
                  {t('questions.right')}
                </th>
              </tr>
            </thead>
            <tbody>
              {questions.map(({ id, text, steps, answers, right }) => (
                <tr key={id}>
                  <th scope="row" lang="da">
                    {text}
                  </th>
                  <td>
                    {formatList(
                      language,
                      steps.map((title) => title[language]),
                    )}
                  </td>
                  <td className="right">{formatNumber(language, answers)}</td>
                  <td className="right">{t('questions.share', { percent: formatNumber(language, right * 100) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {few > 0 && <p>{t('questions.few', { count: few })}</p>}
      {agreement.length > 0 && <Agreement agreement={agreement} language={language} />}
    </>
  );
}
