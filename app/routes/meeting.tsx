import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Form } from '#app/components/base/form.tsx';
import { WithdrawForm } from '#app/components/base/withdraw-form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AboutMeeting } from '#app/components/partners/about-meeting.tsx';
import { type MeetingFields, MeetingForm } from '#app/components/partners/meeting-form.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { completeNextStep } from '#app/use-cases/partners/complete-next-step.server.ts';
import { listOwnServices } from '#app/use-cases/partners/list-own-services.server.ts';
import { recordMeeting } from '#app/use-cases/partners/record-meeting.server.ts';
import { seeMeeting } from '#app/use-cases/partners/see-meeting.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/partners.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const t = translator({ language }, 'partners');
  const isNew = params.meetingId === 'new';
  const meeting = isNew ? undefined : await seeMeeting(world, viewer, params.meetingId!);
  if (!isNew && !meeting) throw notFound();
  return {
    title: meeting ? t('meeting.title', { day: formatDay(language, meeting.onDay) }) : t('meeting.new'),
    language,
    meeting: meeting ?? null,
    places: isNew ? await listOwnServices(world, viewer) : null,
    operationId: world.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-partners');
  const t = translator({ language }, 'partners');
  const form = await readForm(request);
  const intent = form.text('intent');
  const names = [
    'service',
    'onDay',
    'startsAt',
    'place',
    'partners',
    'held',
    'decisions',
    'nextStep',
    'nextOwner',
    'nextOn',
    'why',
  ] as const;
  const fields = Object.fromEntries(names.map((name) => [name, form.text(name)])) as MeetingFields;
  for (const name of ['onDay', 'nextOn'] as const) fields[name] = form.day(name);
  fields.startsAt = form.clock('startsAt');
  const refused = (errors: { id: string; message: string }[], status: number) =>
    data({ intent, fields, errors }, { status });
  if (intent === 'step-done') {
    const outcome = await completeNextStep(world, viewer, { meetingId: params.meetingId! });
    if (outcome.ok) return redirect(`/partners/meetings/${outcome.id}`);
    if (outcome.reason === 'not-found') throw notFound();
    const message = outcome.reason === 'no-step' ? t('meeting.no-step') : t('version.changed-meanwhile');
    return refused([{ id: 'step-done', message }], 409);
  }
  if (intent === 'withdraw') {
    const outcome = await withdrawRecord(world, viewer, { kind: 'meeting', id: params.meetingId!, why: fields.why });
    if (outcome.ok) return redirect('/partners#meetings');
    if (outcome.reason === 'not-found') throw notFound();
    const status = outcome.reason === 'no-reason' ? 400 : 409;
    return refused([{ id: 'withdraw-why', message: t(`version.${outcome.reason}`) }], status);
  }
  const { service, held, ...written } = fields;
  const outcome = await recordMeeting(world, viewer, {
    ...written,
    held: held === 'held',
    serviceId: service,
    ...(params.meetingId !== 'new' && { corrects: params.meetingId! }),
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(`/partners/meetings/${outcome.id}`);
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'not-found':
      throw notFound();
    case 'changed-meanwhile':
      return refused([{ id: 'onDay', message: t('version.changed-meanwhile') }], 409);
    case 'not-a-meeting':
      return refused(
        outcome.issues.map((issue) => ({ id: issue.field, message: t(`meeting.issue.${issueKey(issue)}`) })),
        400,
      );
  }
}

export default function Meeting() {
  const { title, language, meeting, places, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const form = (
    <MeetingForm
      key={meeting?.id}
      operationId={operationId}
      places={places}
      correction={meeting !== null}
      fields={sent && sent.intent !== 'withdraw' ? sent.fields : fieldsOf(meeting)}
      errorOf={errorOf}
    />
  );
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/partners', text: common('menu.partners') }]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">{t('meeting.lead')}</p>
      {meeting ? <AboutMeeting language={language} meeting={meeting} /> : form}
      {meeting?.mayRecord && meeting.stands && (
        <>
          {meeting.nextOn && meeting.nextDoneOn === null && (
            <Form method="post" className="only-screen">
              <button className="button button-primary" id="step-done" name="intent" value="step-done" type="submit">
                {t('meeting.done')}
              </button>
            </Form>
          )}
          <details className="disclosure space-6 only-screen" open={sent?.intent === 'save' || !meeting.held}>
            <summary>{t(meeting.held ? 'meeting.correct' : 'meeting.write')}</summary>
            {form}
          </details>
          <WithdrawForm
            title={t('meeting.withdraw')}
            what={t('meeting.withdraw-what')}
            words={{ why: t('version.withdraw-why'), submit: t('version.withdraw-do') }}
            open={sent?.intent === 'withdraw'}
            written={sent?.intent === 'withdraw' ? sent.fields.why : ''}
            error={errorOf('withdraw-why')}
          />
        </>
      )}
    </>
  );
}

function fieldsOf(meeting: ReturnType<typeof useLoaderData<typeof loader>>['meeting']): MeetingFields {
  const { onDay, startsAt, place, partners, held, decisions, nextStep, nextOwner, nextOn } = meeting ?? {};
  return {
    service: '',
    onDay: onDay ?? '',
    startsAt: startsAt ?? '',
    place: place ?? '',
    partners: partners ?? '',
    held: held ? 'held' : 'planned',
    decisions: decisions ?? '',
    nextStep: nextStep ?? '',
    nextOwner: nextOwner ?? '',
    nextOn: nextOn ?? '',
    why: '',
  };
}
