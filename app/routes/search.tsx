import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import { FoundInCourse } from '#app/components/study/found-in-course.tsx';
import { asOfFrom } from '#app/platform/as-of.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { requireViewer } from '#app/server/require-viewer.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { searchEverything } from '#app/use-cases/search-everything.server.ts';
import '#app/words/study.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'search');
  const url = new URL(request.url);
  const find = (url.searchParams.get('find') ?? '').trim().slice(0, 100);
  const { asOf, knownOn, today } = asOfFrom(world, url);
  const carried = { ...(asOf !== today && { asOf }), ...(knownOn && { knownOn }) };
  return {
    title: translator({ language }, 'study')('search.title'),
    language,
    amongPeople: may(viewer, 'search-people'),
    find,
    carried,
    found: find.length < 2 ? null : await searchEverything(world, viewer, find, carried, language),
  };
}

export default function Search() {
  const { find, carried, found, language, amongPeople } = useLoaderData<typeof loader>();
  const { t } = useTranslation('study');
  const groups = found
    ? (['municipalities', 'holds', 'certificates', 'people'] as const).filter((kind) => found[kind].length > 0)
    : [];
  const learned = found && found.learned.sections.length + found.learned.terms.length + found.learned.notes.length > 0;
  return (
    <>
      <h1>{t('search.title')}</h1>
      <Form method="get" className="row space-6">
        <CarriedFields carried={carried} />
        <div className="form-group">
          <label className="form-label" htmlFor="find">
            {t(amongPeople ? 'search.label' : 'search.label-own')}
          </label>
          <input className="form-input input-width-l" id="find" name="find" defaultValue={find} autoComplete="off" />
        </div>
        <button className="button button-secondary" type="submit">
          {t('search.submit')}
        </button>
      </Form>
      {find !== '' && groups.length === 0 && !learned && (
        <>
          <p className="space-6">
            <b>{found ? t('search.nothing', { find }) : t('search.short')}</b>
          </p>
          {found && <p>{t('search.nothing-next')}</p>}
        </>
      )}
      {groups.map((kind) => (
        <section className="space-6" key={kind} aria-labelledby={kind}>
          <h2 id={kind} className="h3">
            {t(`search.${kind}`)}
          </h2>
          <ul>
            {found?.[kind].map(({ text, to, more }) => (
              <li key={`${text}${to}${more}`}>
                {to ? <Link to={to}>{text}</Link> : text} <span className="muted">{more}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found && learned && <FoundInCourse found={found.learned} language={language} />}
    </>
  );
}
