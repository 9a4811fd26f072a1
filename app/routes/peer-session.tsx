import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Facts } from '#app/components/base/facts.tsx';
import { WithdrawForm } from '#app/components/base/withdraw-form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { LaterVersion } from '#app/components/partners/later-version.tsx';
import { type PeerSessionFields, PeerSessionForm } from '#app/components/partners/peer-session-form.tsx';
import { VersionList } from '#app/components/partners/version-list.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { listOwnServices } from '#app/use-cases/partners/list-own-services.server.ts';
import { recordPeerSession } from '#app/use-cases/partners/record-peer-session.server.ts';
import { seePeerSession } from '#app/use-cases/partners/see-peer-session.server.ts';
import { withdrawRecord } from '#app/use-cases/partners/withdraw-record.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/partners.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const t = translator({ language }, 'partners');
  const isNew = params.sessionId === 'new';
  const session = isNew ? undefined : await seePeerSession(world, viewer, params.sessionId!);
  if (!isNew && !session) throw notFound();
  return {
    title: session ? session.topic : t('sessions.add'),
    language,
    session: session ?? null,
    places: isNew ? await listOwnServices(world, viewer) : null,
    operationId: world.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-partners');
  const t = translator({ language }, 'partners');
  const form = await readForm(request);
  const intent = form.text('intent');
  const names = ['service', 'startsAt', 'place', 'topic', 'seats', 'taken', 'why'] as const;
  const fields = {
    ...Object.fromEntries(names.map((name) => [name, form.text(name)])),
    onDay: form.day('onDay'),
    startsAt: form.clock('startsAt'),
  } as PeerSessionFields;
  const refused = (errors: { id: string; message: string }[], status: number) =>
    data({ intent, fields, errors }, { status });
  if (intent === 'withdraw') {
    const outcome = await withdrawRecord(world, viewer, {
      kind: 'peer_session',
      id: params.sessionId!,
      why: fields.why,
    });
    if (outcome.ok) return redirect('/partners#sessions');
    if (outcome.reason === 'not-found') throw notFound();
    const status = outcome.reason === 'no-reason' ? 400 : 409;
    return refused([{ id: 'withdraw-why', message: t(`version.${outcome.reason}`) }], status);
  }
  const { service, ...written } = fields;
  const outcome = await recordPeerSession(world, viewer, {
    ...written,
    serviceId: service,
    ...(params.sessionId !== 'new' && { corrects: params.sessionId! }),
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(`/partners/sessions/${outcome.id}`);
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'not-found':
      throw notFound();
    case 'changed-meanwhile':
      return refused([{ id: 'onDay', message: t('version.changed-meanwhile') }], 409);
    case 'not-a-session':
      return refused(
        outcome.issues.map((issue) => ({ id: issue.field, message: t(`session.issue.${issueKey(issue)}`) })),
        400,
      );
  }
}

export default function PeerSession() {
  const { title, language, session, places, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const given = {
    ...{ service: '', why: '', onDay: '', startsAt: '', place: '', topic: '' },
    ...session,
    seats: String(session?.seats ?? ''),
    taken: String(session?.taken ?? 0),
  };
  const form = (
    <PeerSessionForm
      key={session?.id}
      operationId={operationId}
      places={places}
      correction={session !== null}
      fields={sent && sent.intent !== 'withdraw' ? sent.fields : given}
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
      <p className="lead">{t('session.lead')}</p>
      {!session && form}
      {session && (
        <>
          <LaterVersion
            stands={session.stands}
            withdrawn={session.withdrawn}
            to={session.latestId && `/partners/sessions/${session.latestId}`}
          />
          <Facts
            rows={[
              [t('session.service'), session.service],
              [t('session.onDay'), `${formatDay(language, session.onDay)} ${session.startsAt}`.trim()],
              [t('session.place'), session.place],
              [t('session.seats'), t('session.of', { free: session.free, seats: session.seats })],
            ]}
          />
          {session.people && (
            <section className="space-6" aria-labelledby="people">
              <h2 id="people">{t('session.people')}</h2>
              {session.people.length === 0 && <p>{t('session.people-none')}</p>}
              <ul>
                {session.people.map(({ name, email }) => (
                  <li key={`${name} ${email}`}>
                    {name}
                    {email && (
                      <>
                        {', '}
                        <a href={`mailto:${email}`}>{email}</a>
                      </>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <VersionList language={language} versions={session.versions} />
        </>
      )}
      {session?.mayRecord && session.stands && (
        <>
          <details className="disclosure space-6 only-screen" open={sent?.intent === 'save'}>
            <summary>{t('session.correct')}</summary>
            {form}
          </details>
          <WithdrawForm
            title={t('session.withdraw')}
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
