import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { HandedIn } from '#app/components/practical/handed-in.tsx';
import { TakeOver } from '#app/components/practical/taken-work.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { claimSubmission } from '#app/use-cases/grading/claim-submission.server.ts';
import { gradeSubmission } from '#app/use-cases/grading/grade-submission.server.ts';
import { releaseSubmission } from '#app/use-cases/grading/release-submission.server.ts';
import { seeSubmission } from '#app/use-cases/grading/see-submission.server.ts';
import { takeOverSubmission } from '#app/use-cases/grading/take-over-submission.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'grade');
  const view = await seeSubmission(world, viewer, params.submissionId!);
  if (!view) throw notFound();
  return {
    title: view.step[language],
    language,
    view,
    conflict:
      view.conflict === 'none' ? undefined : translator({ language }, 'common')(`refusal.conflict.${view.conflict}`),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'grade');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const submissionId = params.submissionId!;
  const grading = {
    decision: form.text('decision'),
    judged: form.under('criterion.'),
    feedback: form.text('feedback'),
  };
  const kept = { ...grading, reason: form.text('reason') };
  const outcome = await carryOut();
  if (outcome.ok)
    return redirect(['claim', 'take-over'].includes(form.text('intent')) ? `/grading/${submissionId}` : '/grading');
  if (outcome.reason === 'not-found') throw notFound();
  switch (outcome.reason) {
    case 'not-a-grading': {
      const field =
        outcome.issue === 'feedback-missing' || outcome.issue === 'feedback-too-long'
          ? 'feedback'
          : outcome.issue === 'no-decision'
            ? 'decision-accepted'
            : `met-${outcome.criterion ?? ''}`;
      return data({ field, error: t(`grade.issue.${outcome.issue}`), ...kept }, { status: 400 });
    }
    case 'reason-missing':
      return data({ field: 'reason', error: t('adviser.issue.reason-missing'), ...kept }, { status: 400 });
    case 'taken':
    case 'forbidden':
      return data(
        { field: '', error: t(`grade.${outcome.reason}`), ...kept },
        { status: outcome.reason === 'forbidden' ? 403 : 409 },
      );
    default:
      return data(
        { field: '', error: refusalText(translator({ language }, 'common'), language, outcome, (id) => id), ...kept },
        { status: 409 },
      );
  }

  function carryOut() {
    switch (form.text('intent')) {
      case 'claim':
        return claimSubmission(world, viewer, { submissionId });
      case 'take-over':
        return takeOverSubmission(world, viewer, { submissionId, reason: kept.reason });
      case 'release':
        return releaseSubmission(world, viewer, { submissionId });
      default:
        return gradeSubmission(world, viewer, { submissionId, ...grading });
    }
  }
}

export default function GradeSubmission() {
  const { view, language, conflict } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const mine = view.state === 'in-review' && view.claimedByMe;
  const judged = sent?.judged ?? {};
  const judgements = ['missing', 'met'] as const;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/grading', text: common('menu.grading') }]}
        here={view.step[language]}
      />
      <h1 className="h2">{view.step[language]}</h1>
      <p className="muted">
        {[
          view.name,
          view.library,
          t('queue.number', { number: view.number }),
          t('queue.handed-in', { at: formatInstant(language, view.handedInAt) }),
          view.answerBy && t('queue.answer-by', { day: formatDay(language, view.answerBy) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {sent?.field === '' && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.field ? [{ id: sent.field, message: sent.error }] : []}
      />
      {conflict && (
        <Message tone="warning" lead={t('grade.conflict')}>
          <p>{conflict}</p>
        </Message>
      )}
      <div className="columns columns--equal space-5">
        <section aria-labelledby="work">
          <h2 className="h3" id="work">
            {t('grade.work')}
          </h2>
          {conflict ? <p className="muted">{t('grade.hidden')}</p> : <HandedIn submission={view} />}
          {view.earlier.length > 0 && (
            <details className="disclosure space-5">
              <summary>{t('grade.earlier', { count: view.earlier.length })}</summary>
              {view.earlier.map(({ at, decision, grader, feedback }) => (
                <div key={at}>
                  <p>
                    <b>{t(`grade.decided.${decision}`, { at: formatInstant(language, at), by: grader })}</b>
                  </p>
                  <p>{feedback}</p>
                </div>
              ))}
            </details>
          )}
        </section>
        <section aria-labelledby="grading">
          <h2 className="h3" id="grading">
            {t('grade.title')}
          </h2>
          {!mine && !conflict && (
            <>
              {view.holder ? (
                <TakeOver
                  holder={view.holder}
                  language={language}
                  reason={sent?.reason ?? ''}
                  error={sent?.field === 'reason' ? sent.error : undefined}
                />
              ) : (
                <p>{view.state === 'handed-in' ? t('grade.claim-text') : t('grade.over')}</p>
              )}
              {sent?.feedback && (
                <blockquote>
                  <b>{t('grade.typed')}</b>
                  <br />
                  {sent.feedback}
                </blockquote>
              )}
              {view.state === 'handed-in' && (
                <Form method="post">
                  <button className="button button-primary" name="intent" value="claim" type="submit">
                    {t('grade.claim')}
                  </button>
                </Form>
              )}
            </>
          )}
          {mine && !conflict && (
            <Form method="post" noValidate>
              {view.rubric.map(({ id, title }, at) => {
                const error = sent?.field === `met-${id}` ? sent.error : undefined;
                return (
                  <fieldset
                    className={`rubric${error ? ' form-error' : ''}`}
                    key={id}
                    aria-describedby={error && `met-${id}-error`}
                  >
                    <legend>
                      {at + 1}. {title[language]}
                    </legend>
                    {error && (
                      <span className="form-error-message" id={`met-${id}-error`}>
                        <span className="sr-only">{common('form.error')} </span>
                        {error}
                      </span>
                    )}
                    <div className="scale scale--two">
                      {judgements.map((judgement) => (
                        <div key={judgement}>
                          <input
                            type="radio"
                            name={`criterion.${id}`}
                            id={`${judgement}-${id}`}
                            value={judgement}
                            defaultChecked={judged[id] === judgement}
                          />
                          <label htmlFor={`${judgement}-${id}`}>{t(`grade.judgement.${judgement}`)}</label>
                        </div>
                      ))}
                    </div>
                  </fieldset>
                );
              })}
              <fieldset className="rubric">
                <legend>{t('grade.decision')}</legend>
                {sent?.field === 'decision-accepted' && (
                  <span className="form-error-message">
                    <span className="sr-only">{common('form.error')} </span>
                    {sent.error}
                  </span>
                )}
                <div className="answers">
                  {(['accepted', 'returned', 'rejected'] as const).map((decision) => (
                    <div className="answers__option" key={decision}>
                      <input
                        type="radio"
                        name="decision"
                        id={`decision-${decision}`}
                        value={decision}
                        defaultChecked={sent?.decision === decision}
                      />
                      <label htmlFor={`decision-${decision}`}>
                        <span>
                          {t(`grade.choice.${decision}`)}
                          <br />
                          <span className="muted">
                            {t(`grade.choice-text.${decision}`, { used: view.attempts.used + 1, of: view.attempts.of })}
                          </span>
                        </span>
                      </label>
                    </div>
                  ))}
                </div>
              </fieldset>
              <TextArea
                id="feedback"
                label={t('grade.feedback', { name: view.name })}
                hint={t('grade.feedback-hint')}
                error={sent?.field === 'feedback' ? sent.error : undefined}
                defaultValue={sent?.feedback ?? ''}
              />
              <div className="actions">
                <button className="button button-primary" type="submit" name="intent" value="grade">
                  {t('grade.send')}
                </button>
                <button className="button button-secondary" type="submit" name="intent" value="release">
                  {t('grade.release')}
                </button>
              </div>
            </Form>
          )}
          <p className="space-5">
            <Link className="text-link" to="/grading">
              {t('grade.back')}
            </Link>
          </p>
        </section>
      </div>
    </>
  );
}
