import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { NetworkMessageForm } from '#app/components/partners/network-message-form.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeNetwork } from '#app/use-cases/partners/see-network.server.ts';
import { sendNetworkMessage } from '#app/use-cases/partners/send-network-message.server.ts';
import { formatDayOf, formatList } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/partners.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'write-to-network');
  const network = await seeNetwork(world, viewer);
  if (!network) throw forbidden();
  const t = translator({ language }, 'partners');
  return { title: t('network.title'), language, network, operationId: world.newId() };
}

type Answer = {
  fields: { subject: string; body: string };
  operationId: string;
  preview?: { recipients: { name: string; service: string; hasAddress: boolean }[]; letters: number };
  errors: { id: string; message: string }[];
};

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'write-to-network');
  const t = translator({ language }, 'partners');
  const form = await readForm(request);
  const fields = { subject: form.text('subject'), body: form.text('body') };
  const operationId = form.text('operation');
  const outcome = await sendNetworkMessage(world, viewer, {
    ...fields,
    preview: form.text('intent') !== 'send',
    operationId,
  });
  if (outcome.ok && outcome.sent) return redirect(`/partners/messages/${outcome.id}`);
  const answer = (given: Pick<Answer, 'preview' | 'errors'>, status = 200) =>
    data<Answer>({ fields, operationId, ...given }, { status });
  if (outcome.ok) return answer({ preview: outcome.preview, errors: [] });
  switch (outcome.reason) {
    case 'forbidden':
      throw forbidden();
    case 'nobody':
      return answer({ errors: [{ id: 'subject', message: t('network.nobody') }] }, 409);
    case 'not-a-message':
      return answer(
        {
          errors: outcome.issues.map((issue) => ({
            id: issue.field,
            message: t(`network.issue.${issueKey(issue)}`),
          })),
        },
        400,
      );
  }
}

export default function Network() {
  const { title, language, network, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/partners', text: common('menu.partners') }]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <h1>{title}</h1>
      <p className="lead">
        {network.withContact} {t('network.with-contact', { of: network.services })}. {network.members}{' '}
        {t('network.members', { count: network.members })}.
      </p>
      <section className="space-6" aria-labelledby="write">
        <h2 id="write">{t('network.write')}</h2>
        <NetworkMessageForm
          operationId={sent?.operationId ?? operationId}
          fields={sent?.fields ?? { subject: '', body: '' }}
          preview={sent?.preview}
          errorOf={(id) => sent?.errors.find((error) => error.id === id)?.message}
        />
      </section>
      {network.messages.length > 0 && (
        <section className="space-6" aria-labelledby="messages">
          <h2 id="messages">{t('network.messages')}</h2>
          <ul>
            {network.messages.map(({ id, subject, sentAt, sent: letters, recipients, withoutAddress }) => (
              <li key={id}>
                <Link to={`/partners/messages/${id}`}>
                  {formatDayOf(language, sentAt)}: {subject}
                </Link>{' '}
                <span className="muted">
                  {t('network.counts', { sent: letters, of: recipients, without: withoutAddress })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="space-6" aria-labelledby="contacts">
        <h2 id="contacts">{t('network.contacts')}</h2>
        <ul>
          {network.contacts.map(({ id, name, service, hasAddress }) => (
            <li key={`${id} ${service}`}>
              {name}, {service} {!hasAddress && <span className="muted">{t('letter.no-address')}</span>}
            </li>
          ))}
        </ul>
        {network.without.length > 0 && (
          <details className="disclosure">
            <summary>{t('network.without', { count: network.without.length })}</summary>
            <p>{formatList(language, network.without)}</p>
          </details>
        )}
      </section>
    </>
  );
}
