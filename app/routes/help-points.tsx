import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { listHelpPointEntries } from '#app/use-cases/help-points/list-help-point-entries.server.ts';
import { formatDayOf, formatList } from '#app/words/format.ts';
import '#app/words/help-points.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'record-help-points');
  const entries = await listHelpPointEntries(world, viewer);
  if (!entries) throw forbidden();
  return { title: translator({ language }, 'help-points')('title'), language, entries };
}

export default function HelpPoints() {
  const { title, language, entries } = useLoaderData<typeof loader>();
  const { t } = useTranslation('help-points');
  return (
    <>
      <h1>{title}</h1>
      <p className="lead">{t('lead')}</p>
      <p>
        <Link className="text-link" to="/find-help">
          {t('public-page')}
        </Link>
      </p>
      <ScrollRegion label={t('table')}>
        <table className="data-table">
          <caption className="sr-only">{t('table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('library')}</th>
              <th scope="col">{t('municipalities')}</th>
              <th scope="col">{t('consent')}</th>
              <th scope="col">{t('said')}</th>
              <th scope="col">{t('seen')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ serviceId, service, municipalities, consentedAt, saidAt, standing }) => (
              <tr key={serviceId}>
                <th scope="row">
                  <Link to={`/help-points/${serviceId}`}>{service}</Link>
                </th>
                <td>{formatList(language, municipalities)}</td>
                <td>{consentedAt ? t('yes-since', { day: formatDayOf(language, consentedAt) }) : t('no')}</td>
                <td>{saidAt ? formatDayOf(language, saidAt) : t('not-said')}</td>
                <td>{t(`standing.${standing}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
