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
import { Decision } from '#app/components/practical/decision.tsx';
import { HandedIn } from '#app/components/practical/handed-in.tsx';
import { QuizResult } from '#app/components/quiz/quiz-result.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { decideAppeal } from '#app/use-cases/appeals/decide-appeal.server.ts';
import { type AppealToDecide, seeAppeal } from '#app/use-cases/appeals/see-appeal.server.ts';
import { takeAppeal } from '#app/use-cases/appeals/take-appeal.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'decide-appeal');
  const view = await seeAppeal(world, viewer, params.appealId!);
  if (!view) throw notFound();
  const t = translator({ language }, 'leader');
  return {
    title: t('appeal.title', { step: view.step[language] }),
    language,
    view,
    conflict:
      view.involvement === 'none'
        ? undefined
        : translator({ language }, 'common')(`refusal.conflict.${view.involvement}`),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'decide-appeal');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const appealId = params.appealId!;
  const kept = { decision: form.text('decision'), feedback: form.text('feedback') };
  const taking = form.text('intent') === 'take';
  const outcome = taking
    ? await takeAppeal(world, viewer, { appealId })
    : await decideAppeal(world, viewer, { appealId, ...kept });
  if (outcome.ok) return redirect(taking ? `/appeals/${appealId}` : '/grading');
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'not-a-decision': {
      const field = outcome.issue === 'no-decision' ? 'decision-retry' : 'feedback';
      return data({ field, error: t(`appeal.issue.${outcome.issue}`), ...kept }, { status: 400 });
    }
    case 'forbidden':
      return data({ field: '', error: t('appeal.forbidden'), ...kept }, { status: 403 });
    case 'taken':
      return data({ field: '', error: t('appeal.taken'), ...kept }, { status: 409 });
    default:
      return data(
        { field: '', error: refusalText(translator({ language }, 'common'), language, outcome, (id) => id), ...kept },
        { status: 409 },
      );
  }
}

export default function Appeal() {
  const { view, language, conflict } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/grading', text: common('menu.grading') }]}
        here={t('appeal.title', { step: view.step[language] })}
      />
      <h1 className="h2">{t('appeal.title', { step: view.step[language] })}</h1>
      <p className="muted">
        {[
          view.name,
          view.library,
          t('appeal.lodged', { at: formatInstant(language, view.lodgedAt) }),
          t('appeal.attempts', view.attempts),
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
        <Message tone="warning" lead={t('appeal.conflict')}>
          <p>{conflict}</p>
        </Message>
      )}
      <div className="columns columns--equal space-5">
        <section aria-labelledby="words">
          <h2 className="h3" id="words">
            {t('appeal.words')}
          </h2>
          {view.work ? <Case work={view.work} language={language} /> : <p className="muted">{t('appeal.hidden')}</p>}
        </section>
        {!conflict && (
          <section aria-labelledby="decision">
            <h2 className="h3" id="decision">
              {t('appeal.decision')}
            </h2>
            {view.state === 'mine' ? (
              <DecisionForm name={view.name} {...(sent && { sent })} />
            ) : view.state === 'free' ? (
              <Form method="post">
                <p>{t('appeal.take-text')}</p>
                <button className="button button-primary" name="intent" value="take" type="submit">
                  {t('appeal.take')}
                </button>
              </Form>
            ) : (
              <p>{t(view.state === 'taken' ? 'appeal.taken' : 'appeal.over')}</p>
            )}
            <p className="space-5">
              <Link className="text-link" to="/grading">
                {t('grade.back')}
              </Link>
            </p>
          </section>
        )}
      </div>
    </>
  );
}

/** What the adviser says, what they handed in, and the earlier assessments. */
function Case({ work, language }: { work: NonNullable<AppealToDecide['work']>; language: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  return (
    <>
      <blockquote lang="da">{work.words}</blockquote>
      {work.submission && (
        <>
          <h3 className="space-5">{t('appeal.work')}</h3>
          <HandedIn submission={work.submission} />
        </>
      )}
      {work.gradings.length > 0 && (
        <>
          <h3 className="space-5">{t('appeal.earlier')}</h3>
          {work.gradings.map((grading) => (
            <Decision key={grading.at} grading={grading} rubric={work.rubric} language={language} />
          ))}
        </>
      )}
      {work.result && (
        <>
          <h3 className="space-5">{t('appeal.result')}</h3>
          <p>{t('appeal.result-text', { right: work.result.right, of: work.result.of, needed: work.result.needed })}</p>
          <QuizResult result={work.result} />
        </>
      )}
    </>
  );
}

function DecisionForm({
  name,
  sent,
}: {
  name: string;
  sent?: { field: string; error: string; decision: string; feedback: string };
}) {
  const { t } = useTranslation('leader');
  return (
    <Form method="post" noValidate>
      <fieldset className="rubric">
        <legend>{t('appeal.decision')}</legend>
        <div className="answers">
          {(['retry', 'pass', 'dismissed'] as const).map((decision) => (
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
                  {t(`appeal.choice.${decision}`)}
                  <br />
                  <span className="muted">{t(`appeal.choice-text.${decision}`)}</span>
                </span>
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <TextArea
        id="feedback"
        label={t('appeal.feedback', { name })}
        hint={t('appeal.feedback-hint', { name })}
        error={sent?.field === 'feedback' ? sent.error : undefined}
        defaultValue={sent?.feedback ?? ''}
      />
      <div className="actions">
        <button className="button button-primary" type="submit" name="intent" value="decide">
          {t('appeal.send')}
        </button>
      </div>
    </Form>
  );
}
