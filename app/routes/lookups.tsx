import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { type Lookup, listLookups } from '#app/use-cases/lookups/list-lookups.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-lookups');
  const { searchParams: search } = new URL(request.url);
  const asked = (name: string) => (search.get(name) ?? '').trim().slice(0, 100);
  const wanted = { whom: asked('whom'), by: asked('by') };
  const lookups = await listLookups(world, viewer, { ...wanted, page: Number.parseInt(asked('page'), 10) });
  if (!lookups) throw forbidden();
  return { title: translator({ language }, 'admin')('lookups.title'), language, wanted, ...lookups };
}

export default function Lookups() {
  const { title, language, wanted, entries, count, page, of } = useLoaderData<typeof loader>();
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/people', text: common('menu.people') }]}
        here={title}
      />
      <h1>{title}</h1>
      <p className="lead">{t('lookups.lead')}</p>
      <Form method="get" className="row space-6" key={JSON.stringify(wanted)}>
        {(['whom', 'by'] as const).map((id) => (
          <Field
            key={id}
            id={id}
            prose={false}
            label={t(`lookups.find.${id}`)}
            defaultValue={wanted[id]}
            autoComplete="off"
          />
        ))}
        <button className="button button-secondary" type="submit">
          {t('lookups.submit')}
        </button>
      </Form>
      <p className="muted" id="table">
        {t('lookups.rows', { count })}
      </p>
      {entries.length > 0 && <LookupTable entries={entries} language={language} />}
      <Pages page={page} of={of} label={t('lookups.pages')} to="table" />
    </>
  );
}

function LookupTable({ entries, language }: { entries: Lookup[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  return (
    <ScrollRegion label={t('lookups.title')}>
      <table className="data-table">
        <caption className="sr-only">{t('lookups.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lookups.at')}</th>
            <th scope="col">{t('lookups.by')}</th>
            <th scope="col">{t('lookups.whom')}</th>
            <th scope="col">{t('lookups.page')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, by, role, page, whom, words }) => (
            <tr key={id}>
              <th scope="row">{formatInstant(language, at)}</th>
              <td>
                <Link to={`/people/${by.id}`}>{by.name}</Link>
                <div className="muted">{common(`role.${role}`)}</div>
              </td>
              <td>
                {whom && <Link to={`/people/${whom.id}`}>{whom.name}</Link>}
                {!whom && (words ? t('lookups.words', { words }) : t('lookups.everybody'))}
              </td>
              <td>{t(`lookups.on.${page}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
