import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AgreementsPart } from '#app/components/partners/agreements-part.tsx';
import { CampaignPart } from '#app/components/partners/campaign-part.tsx';
import { InvitePart } from '#app/components/partners/invite-part.tsx';
import { MeetingsPart } from '#app/components/partners/meetings-part.tsx';
import { NetworkPart } from '#app/components/partners/network-part.tsx';
import { OutreachPart } from '#app/components/partners/outreach-part.tsx';
import { PeerSessionsPart } from '#app/components/partners/peer-sessions-part.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { listCampaignWeeks } from '#app/use-cases/partners/list-campaign-weeks.server.ts';
import { listMeetings } from '#app/use-cases/partners/list-meetings.server.ts';
import { listOutreach } from '#app/use-cases/partners/list-outreach.server.ts';
import { listPeerSessions } from '#app/use-cases/partners/list-peer-sessions.server.ts';
import { seeNetwork } from '#app/use-cases/partners/see-network.server.ts';
import { seePartners } from '#app/use-cases/partners/see-partners.server.ts';
import { setCampaignSignup } from '#app/use-cases/partners/set-campaign-signup.server.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/partners.ts';

export const meta = pageMeta;

const shownAtFirst = 8;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const region = (new URL(request.url).searchParams.get('region') ?? '').slice(0, 60);
  const view = await seePartners(world, viewer, region);
  if (!view) throw forbidden();
  const t = translator({ language }, 'partners');
  const title = t('title', { count: view.soon, day: formatDay(language, view.soonUntil) });
  const all = new URL(request.url).searchParams.get('meetings') === 'all';
  const meetings = await listMeetings(world, viewer, all ? {} : { most: shownAtFirst + 1 });
  return {
    title,
    language,
    view,
    demo: world.demo,
    network: (await seeNetwork(world, viewer)) ?? null,
    sessions: await listPeerSessions(world, viewer),
    weeks: await listCampaignWeeks(world, viewer),
    outreach: await listOutreach(world, viewer, 20),
    meetings: all ? meetings : meetings.slice(0, shownAtFirst),
    more: !all && meetings.length > shownAtFirst,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-partners');
  const t = translator({ language }, 'partners');
  const form = await readForm(request);
  const intent = form.text('intent');
  if (intent !== 'join-campaign' && intent !== 'leave-campaign')
    return data({ error: t('campaigns.choose') }, { status: 400 });
  const outcome = await setCampaignSignup(world, viewer, {
    week: form.text('week'),
    serviceId: form.text('service'),
    takesPart: intent === 'join-campaign',
  });
  if (outcome.ok) return redirect('/partners#campaigns');
  if (outcome.reason === 'not-found') throw notFound();
  return data({ error: t('campaigns.over') }, { status: 409 });
}

export default function Partners() {
  const { title, language, view, demo, meetings, more, outreach, network, sessions, weeks } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('partners');
  const { next, agreements, mayRecord } = view;
  return (
    <>
      {sent && <FormAnswer tone="error" lead={sent.error} />}
      <div className="columns">
        <div>
          <p className="overline">{t('overline', { day: formatDay(language, view.today) })}</p>
          <h1>{title}</h1>
          <p className="lead">
            {next ? t('lead', { count: next.daysLeft, partner: next.partner }) : t('lead-none')}{' '}
            {demo && <span className="tag">{t('demo')}</span>}
          </p>
        </div>
        {mayRecord && (next || agreements.length === 0) && (
          <section className="next-action" aria-labelledby="next">
            <p className="overline">{t('next.overline')}</p>
            <h2 id="next" className="h3">
              {next ? t('next.renew', { partner: next.partner }) : t('next.add')}
            </h2>
            <p>{t(next ? 'next.renew-text' : 'next.add-text')}</p>
            <div className="actions">
              <Link
                className="button button-primary"
                to={`/partners/agreements/new${next ? `?renews=${next.id}` : ''}`}
              >
                {t(next ? 'next.renew-do' : 'agreements.add')}
              </Link>
            </div>
          </section>
        )}
      </div>
      <AgreementsPart language={language} view={view} />
      {network && <NetworkPart language={language} network={network} />}
      <PeerSessionsPart language={language} sessions={sessions} mayRecord={mayRecord} />
      <MeetingsPart language={language} meetings={meetings} more={more} mayRecord={mayRecord} />
      <OutreachPart language={language} outreach={outreach} mayRecord={mayRecord} />
      <CampaignPart language={language} weeks={weeks} />
      <InvitePart invitations={outreach.invitations} mayRecord={mayRecord} />
    </>
  );
}
