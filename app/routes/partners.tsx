import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { RegionSelect } from '#app/components/base/region-select.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AgreementsPart } from '#app/components/partners/agreements-part.tsx';
import { CampaignPart } from '#app/components/partners/campaign-part.tsx';
import { InvitePart } from '#app/components/partners/invite-part.tsx';
import { MeetingsPart } from '#app/components/partners/meetings-part.tsx';
import { NetworkPart } from '#app/components/partners/network-part.tsx';
import { OutreachPart } from '#app/components/partners/outreach-part.tsx';
import { PeerSessionsPart } from '#app/components/partners/peer-sessions-part.tsx';
import { CarriedFields } from '#app/components/readiness/carried-fields.tsx';
import { DateControl } from '#app/components/readiness/date-control.tsx';
import { requireAsOf } from '#app/platform/as-of.server.ts';
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
import '#app/words/staff.ts';

export const meta = pageMeta;

const shownAtFirst = 8;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-partners');
  const url = new URL(request.url);
  const day = requireAsOf(world, url);
  const region = (url.searchParams.get('region') ?? '').slice(0, 60);
  const asked = { asOf: day.asOf, knownOn: day.knownOn, region };
  const view = await seePartners(world, viewer, asked);
  if (!view) throw forbidden();
  const t = translator({ language }, 'partners');
  const heading = t('title', { count: view.soon, day: formatDay(language, view.soonUntil) });
  const all = url.searchParams.get('meetings') === 'all';
  const meetings = await listMeetings(world, viewer, { ...asked, ...(!all && { most: shownAtFirst + 1 }) });
  // Only today can one take part or write.
  const now = day.asOf === day.today && !day.knownOn;
  const page = {
    title: `${day.ok ? '' : `${translator({ language }, 'common')('form.error')} `}${heading}`,
    heading,
    day,
    now,
    language,
    view,
    demo: world.demo,
    network: (await seeNetwork(world, viewer, asked)) ?? null,
    sessions: await listPeerSessions(world, viewer, asked),
    weeks: await listCampaignWeeks(world, viewer, asked),
    outreach: await listOutreach(world, viewer, 20, asked),
    meetings: all ? meetings : meetings.slice(0, shownAtFirst),
    more: !all && meetings.length > shownAtFirst,
  };
  return data(page, { status: day.ok ? 200 : 400 });
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
  const { heading, language, view, demo, day, now, meetings, more, outreach, network, sessions, weeks } =
    useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation('common');
  const { next, agreements, mayRecord, regions, region } = view;
  return (
    <>
      {sent && <FormAnswer tone="error" lead={sent.error} />}
      <DateControl day={day} />
      <div className="columns">
        <div>
          <p className="overline">{t('overline', { day: formatDay(language, view.today) })}</p>
          <h1>{heading}</h1>
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
      {regions.length > 0 && (
        <form method="get" className="row space-6 only-screen" key={region}>
          <CarriedFields carried={{ asOf: day.asOf, knownOn: day.knownOn }} />
          <RegionSelect regions={regions} chosen={region} />
          <button className="button button-secondary" type="submit">
            {common('region.show')}
          </button>
        </form>
      )}
      {region !== '' && <p className="muted">{t('in-region', { region })}</p>}
      {!now && <p className="muted">{t('only-today')}</p>}
      <AgreementsPart language={language} view={view} />
      {network && <NetworkPart language={language} network={network} />}
      <PeerSessionsPart language={language} sessions={sessions} {...{ mayRecord, isNow: now }} />
      <MeetingsPart {...{ language, meetings, more, region, mayRecord }} />
      <OutreachPart language={language} outreach={outreach} mayRecord={mayRecord} />
      <CampaignPart language={language} weeks={weeks} />
      <InvitePart invitations={outreach.invitations} mayRecord={mayRecord} />
    </>
  );
}
