import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AnswerFields } from '#app/components/rollout/answer-fields.tsx';
import { InvitationTable } from '#app/components/rollout/invitation-table.tsx';
import { InviteForm } from '#app/components/rollout/invite-form.tsx';
import { UndrawnLetters } from '#app/components/rollout/undrawn-letters.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { type InvitePlan, inviteServices } from '#app/use-cases/rollout/invitations/invite-services.server.ts';
import { noteAnswer } from '#app/use-cases/rollout/invitations/note-answer.server.ts';
import { remindInvited } from '#app/use-cases/rollout/invitations/remind-invited.server.ts';
import { seeInvitations } from '#app/use-cases/rollout/invitations/see-invitations.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import { rolloutRefusal } from '#app/words/rollout-refusal.ts';
import '#app/words/rollout.ts';

export const meta = pageMeta;

type Said = { errors: { id: string; message: string }[]; plan?: InvitePlan | undefined; said?: string | undefined };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'record-rollout');
  const t = translator({ language }, 'rollout');
  const view = await seeInvitations(world, viewer);
  if (!view) throw forbidden();
  const awaited = view.invitations.filter((each) => each.awaited).length;
  const title =
    view.invitations.length === 0 ? t('invitations.title-none') : t('invitations.title', { count: awaited });
  const asked = new URL(request.url).searchParams;
  const undrawn = view.invitations.filter(({ id }) => asked.getAll('undrawn').includes(id));
  const page = { title, language, view, awaited, undrawn, wave: asked.get('wave'), operationId: world.newId() };
  return data(page, { status: undrawn.length > 0 ? 409 : 200 });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-rollout');
  const t = translator({ language }, 'rollout');
  const form = await readForm(request);
  const intent = form.text('intent');
  const fields = {
    ...{ services: form.all('services'), wave: form.text('wave'), way: form.text('way') },
    ...{ answerBy: form.day('answerBy'), message: form.text('message') },
    ...{ invitation: form.text('invitation'), answer: form.text('answer'), reason: form.text('reason') },
  };
  const say = ({ errors, plan, said }: Said, status: number) =>
    data({ intent, fields, errors, plan, said, letter: plan && letter() }, { status });
  const letter = () => {
    const mail = translator({ language }, 'mail');
    const [by, message] = [formatDay(language, fields.answerBy), fields.message.trim()];
    const words = { name: t('preview.name'), wave: t('preview.wave'), opens: t('preview.opens'), by };
    const said = { ...words, url: t('preview.url'), message: message && `${message}\n\n` };
    return { subject: mail('rollout-invitation.subject', said), body: mail('rollout-invitation.body', said) };
  };
  const operationId = form.text('operation');
  switch (intent) {
    case 'remind': {
      const outcome = await remindInvited(world, viewer);
      if (outcome.ok) return say({ errors: [], said: t('invitations.reminders', { count: outcome.letters }) }, 200);
      if (outcome.reason === 'forbidden') throw forbidden();
      return say({ errors: [{ id: 'remind', message: t('invitations.nobody') }] }, 409);
    }
    case 'answer': {
      const { invitation: invitationId, answer, reason } = fields;
      const outcome = await noteAnswer(world, viewer, { invitationId, answer, reason, operationId });
      if (outcome.ok) return redirect('/rollout/invitations');
      switch (outcome.reason) {
        case 'forbidden':
          throw forbidden();
        case 'not-found':
          throw notFound();
        case 'replaced':
          return say({ errors: [{ id: 'invitation', message: t('invitations.replaced') }] }, 409);
        case 'refused': {
          const agency = translator({ language }, 'agency');
          const message = rolloutRefusal(agency, language, outcome.refusal, new Map());
          return say({ errors: [{ id: 'answer', message }] }, 409);
        }
        case 'not-an-answer':
          return say(
            {
              errors: outcome.issues.map((issue) => ({
                id: issue.field as string,
                message: t(`answer.issue.${issueKey(issue)}`),
              })),
            },
            400,
          );
      }
      break;
    }
    default: {
      const outcome = await inviteServices(world, viewer, {
        ...{ services: fields.services, waveId: fields.wave, way: fields.way, answerBy: fields.answerBy },
        ...{ message: fields.message, preview: intent !== 'invite', operationId },
      });
      if (outcome.ok)
        return outcome.sent ? redirect('/rollout/invitations') : say({ errors: [], plan: outcome.plan }, 200);
      if (outcome.reason === 'forbidden') throw forbidden();
      if (outcome.reason === 'nobody') return say({ errors: [{ id: 'services', message: t('invite.nobody') }] }, 409);
      const errors = outcome.issues.map((issue) => ({
        id: issue.field as string,
        message: t(`invite.issue.${issueKey(issue)}`),
      }));
      return say({ errors }, 400);
    }
  }
}

export default function RolloutInvitations() {
  const { title, language, view, awaited, undrawn, wave, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('rollout');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const open = view.invitations.filter((each) => each.awaited);
  const onPaper = open.filter((each) => each.onPaper).length;
  const others = view.invitations.filter((each) => !each.awaited);
  const noted = sent?.intent === 'answer';
  const nothing = { services: [], wave: '', way: 'mail', answerBy: view.usualLastDay, message: '' };
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/rollout', text: common('menu.rollout') }]}
        here={t('invitations.name')}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      {sent?.said && <FormAnswer tone="ok" lead={sent.said} />}
      {undrawn.length > 0 && <UndrawnLetters undrawn={undrawn} wave={wave} invitations={view.invitations} />}
      <h1>{title}</h1>
      {open.length > 0 && (
        <>
          <InvitationTable language={language} caption={t('invitations.open')} rows={open} />
          <Form method="post" className="only-screen">
            <div className="actions" id="remind">
              <button className="button button-secondary" name="intent" value="remind" type="submit">
                {t('invitations.remind', { count: awaited })}
              </button>
              {onPaper > 0 && (
                <a className="button button-secondary" href="/rollout/invitations/letters.pdf">
                  {t('letters.all', { count: onPaper })}
                </a>
              )}
            </div>
          </Form>
        </>
      )}
      {view.notedOnly > 0 && (
        <p>
          {t('invitations.noted-only', { count: view.notedOnly })}{' '}
          <Link to={agencyLink('/readiness/questions/invitations', {})}>{t('invitations.all-unanswered')}</Link>
        </p>
      )}
      {view.invitations.length > 0 && (
        <details className="disclosure only-screen" open={noted}>
          <summary>{t('invitations.note-title')}</summary>
          <Form method="post" noValidate>
            <input type="hidden" name="operation" value={operationId} />
            <Select
              id="invitation"
              label={t('service.name')}
              error={errorOf('invitation')}
              defaultValue={noted ? sent.fields.invitation : ''}
              options={view.invitations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <AnswerFields
              fields={noted ? sent.fields : undefined}
              errorOf={(id) => (noted ? errorOf(id) : undefined)}
            />
            <div className="actions">
              <button className="button button-secondary" name="intent" value="answer" type="submit">
                {t('invitations.note')}
              </button>
            </div>
          </Form>
        </details>
      )}
      <section className="space-7 only-screen" aria-labelledby="invite">
        <h2 id="invite">{t('invite.title')}</h2>
        <InviteForm
          operationId={operationId}
          waves={view.waves}
          fields={sent && !noted && sent.intent !== 'remind' ? sent.fields : nothing}
          plan={sent?.plan}
          letter={sent?.letter}
          errorOf={errorOf}
        />
      </section>
      {others.length > 0 && (
        <section className="space-7" aria-labelledby="answered">
          <h2 id="answered">{t('invitations.answered', { count: others.length })}</h2>
          <InvitationTable
            language={language}
            caption={t('invitations.answered', { count: others.length })}
            rows={others}
          />
        </section>
      )}
    </>
  );
}
