import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { listTerms } from '#app/use-cases/study/list-terms.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

/** The words of the field, in the language's own order; everybody may read them. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  const find = (new URL(request.url).searchParams.get('find') ?? '').trim().slice(0, 100);
  return {
    title: translator({ language }, 'study')('glossary.title'),
    find,
    terms: listTerms(world, language, find),
    language,
  };
}

export default function Glossary() {
  const { find, terms, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('study');
  return (
    <>
      <h1>{t('glossary.title')}</h1>
      <p className="lead">{t('glossary.lead')}</p>
      <Form method="get" className="row only-screen">
        <div className="form-group">
          <label className="form-label" htmlFor="find">
            {t('glossary.find')}
          </label>
          <input className="form-input input-width-l" id="find" name="find" defaultValue={find} autoComplete="off" />
        </div>
        <button className="button button-secondary" type="submit">
          {t('glossary.submit')}
        </button>
      </Form>
      {terms.length === 0 && (
        <p className="space-6">
          <b>{t('glossary.nothing', { find })}</b> <Link to="/glossary">{t('glossary.all')}</Link>
        </p>
      )}
      {find !== '' && terms.length > 0 && (
        <p className="muted space-6">
          {t('glossary.count', { count: terms.length })}. <Link to="/glossary">{t('glossary.all')}</Link>
        </p>
      )}
      <dl className="glossary space-6">
        {terms.map(({ id, term, other: elsewhere, means }) => (
          <div key={id} id={id}>
            <dt>{term}</dt>
            <dd>
              {means}
              {elsewhere.toLowerCase() !== term.toLowerCase() && (
                <p className="muted small no-margin" lang={language === 'da' ? 'en' : 'da'}>
                  {t('glossary.other', { term: elsewhere })}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
