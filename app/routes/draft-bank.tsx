import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { NotTranslated } from '#app/components/base/text-language.tsx';
import { KeyedQuestion } from '#app/components/draft/keyed-question.tsx';
import { TextIn } from '#app/components/draft/text-in.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { textLanguageIn } from '#app/server/text-language-in.server.ts';
import { seeDraftBank } from '#app/use-cases/drafts/see-draft-bank.server.ts';
import { formatList } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'review-questions');
  const asked = textLanguageIn(request, language);
  const place = { course: params.course!, edition: params.draft!, bank: params.bank! };
  const view = seeDraftBank(world, viewer, { ...place, language: asked });
  if (!view) throw notFound();
  return { title: translator({ language }, 'leader')('draft.bank', { bank: view.bank }), language, asked, view };
}

/** The questions of one bank of a draft, each with its key and what is said to every answer. */
export default function DraftBank() {
  const { language, asked, view } = useLoaderData<typeof loader>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { course, edition, bank, tests, questions } = view;
  const names = formatList(
    language,
    tests.map((title) => title[language]),
  );
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: `/courses/${course.id}`, text: course.title[language] },
          { to: `/courses/${course.id}/drafts/${edition}`, text: t('draft.title', { edition }) },
        ]}
        here={t('draft.bank', { bank })}
      />
      <div className="prose">
        <p className="overline">
          {course.title[language]} · {t('draft.title', { edition })}
        </p>
        <h1>{t('draft.bank', { bank })}</h1>
        <p className="lead">
          {t('draft.questions', { count: questions.length })}.{' '}
          {tests.length > 0 && t('draft.asked-in', { tests: names })}
        </p>
        <TextIn language={asked} />
        {questions.map((question) => (
          <section className="exercise" key={question.id} id={question.id} aria-labelledby={`${question.id}-title`}>
            <div className="exercise__head">
              <h2 className="h3" id={`${question.id}-title`}>
                {question.id} <span className="muted">· {t(`draft.kind.${question.kind}`)}</span>
              </h2>
            </div>
            <NotTranslated told={question.language} language={asked} what="question" />
            <KeyedQuestion question={question} language={language} />
          </section>
        ))}
      </div>
    </>
  );
}
