import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Facts } from '#app/components/base/facts.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { renewalDays } from '#app/components/catalogue/renewal-days.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { requestSeat } from '#app/use-cases/holds/seats/request-seat.server.ts';
import { seeSeat } from '#app/use-cases/holds/seats/see-seat.server.ts';
import { formatDay, formatList, formatSession } from '#app/words/format.ts';
import '#app/words/catalogue.ts';

export const meta = pageMeta;

/** Says what asking for a seat does, before anything is changed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'enrol');
  const seat = await seeSeat(world, viewer, params.holdId!);
  if (!seat) throw notFound();
  const full = seat.hold.taken >= seat.hold.seats;
  const t = translator({ language }, 'catalogue');
  return { title: t(full ? 'seat.title-waiting' : 'seat.title', { hold: seat.hold.name }), language, full, seat };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'enrol');
  const form = await readForm(request);
  const t = translator({ language }, 'catalogue');
  if (form.text('intent') !== 'ask') return data({ error: t('refused.not-found') }, { status: 400 });
  const outcome = await requestSeat(world, viewer, { holdId: params.holdId! });
  if (outcome.ok) return redirect('/my-certificate');
  const error = t(`refused.${outcome.reason}`, renewalDays(language, outcome));
  return data({ error }, { status: outcome.reason === 'not-found' ? 404 : 409 });
}

export default function Seat() {
  const { title, language, full, seat } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTranslation('catalogue');
  const { t: common } = useTranslation('common');
  const { course, hold, own, certificate } = seat;
  return (
    <div className="prose">
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/courses', text: common('menu.courses') },
          { to: `/courses/${course.id}`, text: course.title[language] },
        ]}
        here={hold.name}
      />
      <h1>{title}</h1>
      {problem && <FormAnswer tone="error" lead={problem.error} />}
      <Facts
        rows={[
          [t('seat.course'), course.title[language]],
          [
            t('seat.dates'),
            t('dates', { from: formatDay(language, hold.startsOn), to: formatDay(language, hold.endsOn) }),
          ],
          ...hold.days.map(
            ({ heldOn, startsAt, place }) =>
              [t('seat.day'), formatSession(language, { onDay: heldOn, startsAt, place })] as const,
          ),
          ...(hold.leaders.length > 0 ? ([[t('seat.leader'), formatList(language, hold.leaders)]] as const) : []),
          [t('seat.free'), t('seats', { free: Math.max(0, hold.seats - hold.taken), seats: hold.seats })],
        ]}
      />
      <h2>{t('seat.what')}</h2>
      <ul>
        <li>{t('seat.asked')}</li>
        {full && <li>{t('seat.full')}</li>}
        <li>{t('seat.nothing')}</li>
        <li>{t('seat.withdraw')}</li>
        <li>{t('seat.one')}</li>
      </ul>
      {certificate && (
        <Message
          lead={t(course.renewal ? 'seat.renews' : 'seat.keeps', {
            number: certificate.number,
            last: formatDay(language, certificate.lastValidDay),
          })}
        />
      )}
      {own ? (
        <>
          <Message tone="warning" lead={t('refused.already-enrolled')} />
          <p>
            <Link className="button button-primary" to="/my-certificate">
              {t('yours')}
            </Link>
          </p>
        </>
      ) : (
        <Form method="post" className="actions">
          <button className="button button-primary" name="intent" value="ask" type="submit">
            {t(full ? 'seat.submit-waiting' : 'seat.submit')}
          </button>
          <Link className="text-link" to="/courses">
            {t('seat.cancel')}
          </Link>
        </Form>
      )}
    </div>
  );
}
