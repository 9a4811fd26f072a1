import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { listStuck, type Stuck } from '#app/use-cases/operations/list-stuck.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'keep-database');
  return {
    title: translator({ language }, 'admin')('operations.title'),
    language,
    stuck: await listStuck(world, viewer),
  };
}

export default function Operations() {
  const { title, language, stuck } = useLoaderData<typeof loader>();
  const { t } = useTranslation('admin');
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('operations.lead')}</p>
      {stuck.length === 0 ? (
        <Message tone="ok" lead={t('operations.none')} />
      ) : (
        <StuckTable stuck={stuck} language={language} />
      )}
    </>
  );
}

function StuckTable({ stuck, language }: { stuck: Stuck[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('admin');
  return (
    <section className="space-6" aria-labelledby="stuck">
      <h2 id="stuck">{t('operations.stuck', { count: stuck.length })}</h2>
      <p>{t('operations.what-to-do')}</p>
      <ScrollRegion label={t('operations.stuck', { count: stuck.length })}>
        <table className="data-table">
          <caption className="sr-only">{t('operations.stuck', { count: stuck.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('operations.work')}</th>
              <th scope="col">{t('operations.about')}</th>
              <th scope="col">{t('operations.since')}</th>
              <th scope="col">{t('operations.fault')}</th>
            </tr>
          </thead>
          <tbody>
            {stuck.map((each) => (
              <tr key={`${each.work} ${each.subject}`}>
                <th scope="row">{t(`operations.works.${each.work}`)}</th>
                <td>
                  {each.about && <Link to={each.about.to}>{each.about.name}</Link>}
                  <div className="muted">{each.subject}</div>
                </td>
                <td>
                  {formatInstant(language, each.since)}
                  <div className="muted">
                    {t('operations.times', { count: each.times, last: formatInstant(language, each.last) })}
                  </div>
                </td>
                <td>{each.fault}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
