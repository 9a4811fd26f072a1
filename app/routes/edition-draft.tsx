import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { EditionChanges } from '#app/components/hold/edition/edition-changes.tsx';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeDraft } from '#app/use-cases/drafts/see-draft.server.ts';
import { formatList } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'read-drafts');
  const draft = seeDraft(world, viewer, { course: params.course!, edition: params.draft! });
  if (!draft) throw notFound();
  const title = translator({ language }, 'leader')('draft.title', { edition: draft.edition });
  return { title, language, draft };
}

/** A draft before it is published: what publishing would say of it, and everything to read in it. */
export default function EditionDraft() {
  const { draft, language } = useLoaderData<typeof loader>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { course, edition, change, warnings, steps, banks } = draft;
  const here = `/courses/${course.id}/drafts/${edition}`;
  const kinds = (['lesson', 'quiz', 'practical', 'day'] as const).flatMap((kind) => {
    const count = steps.filter((step) => step.kind === kind).length;
    return count > 0 ? [t(`draft.count.${kind}`, { count })] : [];
  });
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/courses', text: common('menu.courses') },
          { to: `/courses/${course.id}`, text: course.title[language] },
        ]}
        here={t('draft.title', { edition })}
      />
      <p className="overline">{course.title[language]}</p>
      <h1>{t('draft.title', { edition })}</h1>
      <p className="lead">{t(change ? `draft.lead.${change.change}` : 'draft.lead.first')}</p>
      <Facts
        rows={[
          [t('draft.from'), change?.since ?? t('draft.none-before')],
          [t('draft.steps'), formatList(language, kinds)],
          [t('draft.state'), t('draft.proved-later')],
        ]}
      />
      <section className="space-6" aria-labelledby="warnings">
        <h2 id="warnings">{t('draft.warnings', { count: warnings.length })}</h2>
        {warnings.length > 0 && (
          <>
            <p>{t('draft.warnings-why')}</p>
            <ul>
              {warnings.map(({ file, line, message }) => (
                <li key={`${file}:${line} ${message}`}>
                  <span lang="en">{message}</span> <span className="muted">{t('draft.at', { file, line })}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {change && (
        <>
          <EditionChanges since={change.since} differs={wholeCourse()} steps={change.steps} language={language} />
          {change.facts.length > 0 && <p>{t('draft.facts-changed', { facts: change.facts.join(', ') })}</p>}
        </>
      )}
      <section className="space-6" aria-labelledby="to-read">
        <h2 id="to-read">{t('draft.to-read')}</h2>
        <p>{t('draft.not-counted')}</p>
        <ol className="open-steps">
          {steps.map(({ id, kind, title, minutes, text, banks: drawn }) => (
            <li key={id}>
              <NodeMark kind={kind} status="open" />
              <p>
                {text ? <Link to={`${here}/steps/${id}`}>{title[language]}</Link> : title[language]}
                <span>
                  {common(`kind.${kind}`)}
                  {minutes !== null && `, ${t('draft.minutes', { count: minutes })}`}
                  {text && `, ${t(`draft.text.${text}`)}`}
                  {drawn.length > 0 && `, ${t('draft.draws', { banks: formatList(language, drawn) })}`}
                </span>
              </p>
            </li>
          ))}
        </ol>
      </section>
      {banks && (
        <section className="space-6" aria-labelledby="banks">
          <h2 id="banks">{t('draft.banks')}</h2>
          <p>{t('draft.banks-why')}</p>
          <ul>
            {banks.map(({ id, questions, english }) => (
              <li key={id}>
                <Link to={`${here}/banks/${id}`}>{t('draft.bank', { bank: id })}</Link>{' '}
                <span className="muted">
                  {t('draft.questions', { count: questions })}, {t('draft.in-english', { count: english })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );

  function wholeCourse(): string[] {
    return (change?.differs ?? []).filter((each) => !each.startsWith('steps.'));
  }
}
