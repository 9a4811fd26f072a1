import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { pageMeta } from '../components/page-meta.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import { listCertificates } from '../use-cases/certificates/list-certificates.server.ts';
import { formatDay } from '../words/format.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-certificates');
  const find = new URL(request.url).searchParams.get('find') ?? '';
  return {
    title: translator({ language }, 'agency')('certificates.title'),
    language,
    find,
    rows: await listCertificates(world, viewer, find),
  };
}

export default function Certificates() {
  const { rows, find, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  return (
    <>
      <h1>{t('certificates.title')}</h1>
      <Form method="get" className="raekke rum-6">
        <div className="form-group">
          <label className="form-label" htmlFor="find">
            {t('certificates.find')}
          </label>
          <input className="form-input input-width-l" id="find" name="find" defaultValue={find} autoComplete="off" />
        </div>
        <button className="button button-secondary" type="submit">
          {t('certificates.search')}
        </button>
      </Form>
      <p className="dus">{t('certificates.rows', { count: rows.length })}</p>
      <ScrollRegion label={t('certificates.title')}>
        <table className="t">
          <caption className="sr-only">{t('certificates.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('certificates.number')}</th>
              <th scope="col">{t('certificates.holder')}</th>
              <th scope="col">{t('certificates.library')}</th>
              <th scope="col">{t('certificates.until')}</th>
              <th scope="col">{t('certificates.status')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">
                  <Link to={`/certificates/${row.number}`}>{row.number}</Link>
                </th>
                <td>{row.name}</td>
                <td>{row.library}</td>
                <td>{formatDay(language, row.lastValidDay)}</td>
                <td>{common(`certificate.${row.status}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
