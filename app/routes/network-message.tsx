import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireViewer } from '#app/server/require-viewer.server.ts';
import { seeNetworkMessage } from '#app/use-cases/partners/see-network-message.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/partners.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'write-to-network');
  const message = await seeNetworkMessage(world, viewer, params.messageId!);
  if (!message) throw notFound();
  const letters = message.recipients.filter(({ state }) => state !== 'no-address').length;
  return { title: translator({ language }, 'partners')('letter.title', { count: letters }), language, message };
}

export default function NetworkMessage() {
  const { title, language, message } = useLoaderData<typeof loader>();
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/partners', text: common('menu.partners') },
          { to: '/partners/network', text: t('network.title') },
        ]}
        here={message.subject}
      />
      <h1>{title}</h1>
      <p className="lead">{formatInstant(language, message.sentAt)}</p>
      <section className="panel space-5" aria-labelledby="letter">
        <h2 id="letter" className="h3">
          {message.subject}
        </h2>
        {message.body.split(/\n{2,}/).map((part) => (
          <p key={part}>{part}</p>
        ))}
      </section>
      <ScrollRegion label={t('letter.who')}>
        <table className="data-table">
          <caption>{t('letter.who')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('letter.name')}</th>
              <th scope="col">{t('letter.state')}</th>
            </tr>
          </thead>
          <tbody>
            {message.recipients.map(({ id, name, state, sentAt }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{sentAt ? t('letter.sent', { at: formatInstant(language, sentAt) }) : t(`letter.${state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
