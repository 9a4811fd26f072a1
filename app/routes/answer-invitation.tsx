import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AnswerFields } from '#app/components/rollout/answer-fields.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { tooManyRequests } from '#app/server/require-viewer.server.ts';
import { answerByLink } from '#app/use-cases/rollout/invitations/answer-by-link.server.ts';
import { seeAnswerLink } from '#app/use-cases/rollout/invitations/see-answer-link.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/rollout.ts';

export const meta = pageMeta;

/** Whoever has the link answers. Programs that read mail open links, so only the button of the page answers. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { world, language, client } = contextOf(context);
  const t = translator({ language }, 'rollout');
  const outcome = await seeAnswerLink(world, { secret: params.secret!, client });
  if (!outcome.ok && outcome.reason === 'too-many') throw tooManyRequests(outcome.seconds);
  const view = outcome.ok ? outcome.view : null;
  const title = view ? t('answer.title', { service: view.service }) : t('answer.unknown-title');
  const page = { title, language, view, noIndex: true, email: world.env.supportEmail ?? null };
  return data(page, { status: view ? (view.standing === 'open' ? 200 : 410) : 404 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, language, client } = contextOf(context);
  const t = translator({ language }, 'rollout');
  const form = await readForm(request);
  const fields = { answer: form.text('answer'), reason: form.text('reason') };
  const outcome = await answerByLink(world, { secret: params.secret!, client, ...fields });
  if (outcome.ok) return data({ done: true, fields, errors: [] });
  switch (outcome.reason) {
    case 'too-many':
      throw tooManyRequests(outcome.seconds);
    case 'not-an-answer':
      return data(
        {
          ...{ done: false, fields },
          errors: outcome.issues.map((issue) => ({
            id: issue.field as string,
            message: t(`answer.issue.${issueKey(issue)}`),
          })),
        },
        { status: 400 },
      );
    default:
      // The page says kindly what became of the link.
      return data({ done: false, fields, errors: [] }, { status: outcome.reason === 'not-found' ? 404 : 410 });
  }
}

export default function AnswerInvitation() {
  const { title, language, view, email } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('rollout');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const whom = (
    <p>
      {t('answer.write-to')}{' '}
      {email ? <a href={`mailto:${email}`}>{email}</a> : <Link to="/contact">{t('answer.contact')}</Link>}
    </p>
  );
  return (
    <>
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      {sent?.done && <FormAnswer tone="ok" lead={t('answer.done')} />}
      <h1>{title}</h1>
      {!view && (
        <Message tone="warning" lead={t('answer.unknown')}>
          {whom}
        </Message>
      )}
      {view && (
        <p className="lead">{t('answer.lead', { wave: view.wave, opens: formatDay(language, view.opensOn) })}</p>
      )}
      {view && view.standing !== 'open' && (
        <Message
          lead={
            view.answered
              ? t('answer.used', { answer: t(`answer.said.${view.answered}`) })
              : t(`answer.${view.standing === 'replaced' ? 'replaced' : 'late'}`, {
                  day: formatDay(language, view.answerBy),
                })
          }
        >
          {whom}
        </Message>
      )}
      {view?.standing === 'open' && (
        <>
          {view.message && <blockquote className="space-5">{view.message}</blockquote>}
          <p>{t('answer.by', { day: formatDay(language, view.answerBy) })}</p>
          <Form method="post" noValidate>
            <AnswerFields fields={sent?.fields} errorOf={errorOf} />
            <div className="actions">
              <button className="button button-primary" type="submit">
                {t('answer.send')}
              </button>
            </div>
          </Form>
        </>
      )}
    </>
  );
}
