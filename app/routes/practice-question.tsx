import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { NotTranslated, TextLanguage } from '#app/components/base/text-language.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { GivenFeedback } from '#app/components/practice/given-feedback.tsx';
import { CertaintyControls } from '#app/components/quiz/kinds/certainty.tsx';
import { GivenAnswer, QuestionControls } from '#app/components/quiz/kinds/question-controls.tsx';
import { sentAnswer } from '#app/components/quiz/sent-answer.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { savePracticeAnswer } from '#app/use-cases/practice/save-practice-answer.server.ts';
import type { PracticeQuestionView } from '#app/use-cases/practice/see-practice-question.server.ts';
import { seePracticeQuestion } from '#app/use-cases/practice/see-practice-question.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/practice.ts';

export const meta = pageMeta;

/** Where somebody is: how many questions were answered today when the session began and when it ends, and the goal. */
function sessionIn(asked: URLSearchParams) {
  const [, from, until] = /^(\d{1,4})-(\d{1,4})$/.exec(asked.get('session') ?? '') ?? [];
  const goal = asked.get('goal');
  return {
    from: Number(from ?? 0),
    until: until === undefined ? undefined : Number(until),
    goal: goal || undefined,
    /** What the next address keeps. */
    kept: {
      ...(until !== undefined && { session: `${from}-${until}` }),
      ...(goal && { goal }),
    },
  };
}

const addressOf = (asked: Record<string, string>) => `/practice/ask?${new URLSearchParams(asked)}`;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'practise');
  const asked = new URL(request.url).searchParams;
  const { from, until, goal, kept } = sessionIn(asked);
  const view = await seePracticeQuestion(world, viewer, {
    round: asked.get('round') ?? '',
    key: asked.get('q') ?? '',
    ...(goal && { goal }),
    language,
    again: asked.has('again'),
    show: asked.has('show'),
  });
  if (!view) throw notFound();
  if (view.is === 'off') return redirect('/practice');
  const begun = asked.has('round');
  if (view.is === 'empty' || (!begun && until !== undefined && view.doneToday >= until))
    return redirect('/practice?done=1');
  const t = translator({ language }, 'practice');
  const first = view.is === 'asked' && !view.second;
  const at = view.doneToday - from + (first ? 1 : 0);
  const of = until === undefined ? 0 : until - from;
  const place = of > 0 && at >= 1 && at <= of ? t('ask.title', { at, of }) : t('ask.title-free');
  return { title: place, language, view, kept, isLast: until !== undefined && view.doneToday >= until };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'practise');
  const t = translator({ language }, 'practice');
  const form = await readForm(request);
  const { kept } = sessionIn(new URL(request.url).searchParams);
  const { answer, movedTo } = sentAnswer(form.fields());
  const certainty = form.text('certainty');
  const given = { answer, certainty };
  if (movedTo !== undefined) return data({ error: undefined, given });
  const outcome = await savePracticeAnswer(world, viewer, {
    course: form.text('course'),
    question: form.text('question'),
    round: form.text('round'),
    operationId: form.text('operation'),
    answer,
    certainty: /^[1-4]$/.test(certainty) ? Number(certainty) : null,
  });
  if (outcome.ok) return redirect(addressOf({ round: outcome.round, ...kept }));
  switch (outcome.reason) {
    case 'not-practising':
      return redirect('/practice');
    case 'not-found':
      return data({ error: t('refused.not-found'), given }, { status: 404 });
    case 'answered':
      return data({ error: t('refused.answered'), given }, { status: 409 });
    case 'not-an-answer': {
      const error = translator({ language }, 'adviser')(`question.issue.${outcome.issue}`);
      return data({ error, given }, { status: 400 });
    }
  }
}

export default function PracticeQuestionPage() {
  const { title, language, view, kept, isLast } = useLoaderData<typeof loader>();
  const { t } = useTranslation('practice');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/my-certificate', text: t('mine') },
          { to: '/practice', text: t('crumb') },
        ]}
        here={title}
      />
      <NotTranslated told={view.language} language={language} what="question" />
      <TextLanguage value={view.language}>
        {view.is === 'asked' ? (
          <AskedQuestion key={view.operationId} view={view} title={title} kept={kept} language={language} />
        ) : (
          <AnsweredQuestion
            key={view.round}
            view={view}
            title={title}
            kept={kept}
            isLast={isLast}
            language={language}
          />
        )}
      </TextLanguage>
    </>
  );
}

type Of<Is extends PracticeQuestionView['is']> = {
  view: Extract<PracticeQuestionView, { is: Is }>;
  title: string;
  kept: Record<string, string>;
  language: 'da' | 'en';
};

function AskedQuestion({ view, title, kept, language }: Of<'asked'>) {
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('practice');
  const { t: common } = useTranslation('common');
  const error = sent?.error;
  const given = sent?.given.answer ?? [];
  const key = `${view.course}/${view.question}`;
  return (
    <>
      <ErrorSummary title={common('form.summary')} errors={error ? [{ id: 'answer', message: error }] : []} />
      <Form
        method="post"
        action={addressOf({ q: key, round: view.round, ...(view.second && { again: '1' }), ...kept })}
        key={JSON.stringify(given)}
        noValidate
      >
        <input type="hidden" name="course" value={view.course} />
        <input type="hidden" name="question" value={view.question} />
        <input type="hidden" name="round" value={view.round} />
        <input type="hidden" name="operation" value={view.operationId} />
        <QuestionControls
          view={view.view}
          given={given}
          error={error}
          heading={
            <>
              <p className="overline">
                {title} · {view.second ? t('ask.second') : t(`ask.why.${view.why}`)} · {view.goal[language]}
              </p>
              <h1 className="h2" lang={view.language}>
                {view.view.text}
              </h1>
            </>
          }
        />
        {!view.second && <CertaintyControls given={sent?.given.certainty ?? ''} scored={false} />}
        <div className="actions space-6">
          <button className="button button-primary" type="submit">
            {t('ask.submit')}
          </button>
          <Link className="text-link" to="/practice">
            {t('ask.stop')}
          </Link>
        </div>
      </Form>
    </>
  );
}

function AnsweredQuestion({ view, title, kept, language, isLast }: Of<'answered'> & { isLast: boolean }) {
  const { t } = useTranslation('practice');
  const { t: adviser } = useTranslation('adviser');
  return (
    <>
      <p className="overline">
        {title} · {view.goal[language]}
      </p>
      <h1 className="h2" lang={view.language}>
        {view.view.text}
      </h1>
      <p>
        {adviser('quiz.you-said')} <GivenAnswer view={view.view} given={view.given} />
      </p>
      <GivenFeedback {...view} language={language} />
      {view.mayTryAgain ? (
        <div className="actions space-6">
          <Link className="button button-primary" to={addressOf({ round: view.round, again: '1', ...kept })}>
            {t('answer.again')}
          </Link>
          <Link className="text-link" to={addressOf({ round: view.round, show: '1', ...kept })}>
            {t('answer.show')}
          </Link>
        </div>
      ) : (
        <>
          {view.comesOn && <p>{t('answer.comes', { day: formatDay(language, view.comesOn) })}</p>}
          <div className="actions space-6">
            <Link className="button button-primary" to={isLast ? '/practice?done=1' : addressOf(kept)}>
              {t(isLast ? 'answer.finish' : 'answer.next')} <Icon name="right" />
            </Link>
            <Link className="text-link" to="/practice">
              {t('ask.stop')}
            </Link>
          </div>
          {view.facts.length > 0 && (
            <details className="disclosure space-6">
              <summary>{t('answer.rests')}</summary>
              <ul>
                {view.facts.map((fact) => (
                  <li key={fact.id}>
                    {fact[language]}{' '}
                    <span className="muted" lang="da">
                      {t('answer.source', { source: fact.source })}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  );
}
