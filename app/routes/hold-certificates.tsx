import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer } from '#app/components/base/message.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { IssuingProgress } from '#app/components/hold/issuing-progress.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { faultOf } from '#app/platform/log.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { type Issuing, seeIssuing } from '#app/use-cases/certificates/issuing/see-issuing.server.ts';
import { startIssuing } from '#app/use-cases/certificates/issuing/start-issuing.server.ts';
import { workOffIssueRuns } from '#app/use-cases/certificates/issuing/work-off-issue-runs.server.ts';
import '#app/words/staff.ts';
import { reasonText } from '#app/words/withheld-reason.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'issue-for-hold');
  const issuing = await seeIssuing(world, viewer, params.holdId!);
  if (!issuing) throw notFound();
  const [key, values] = findingOf(issuing);
  return { title: translator({ language }, 'leader')(`issuing.${key}`, values), language, issuing };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language, log } = await requireFormViewer(context, request, 'issue-for-hold');
  const t = translator({ language }, 'leader');
  if ((await readForm(request)).text('intent') !== 'issue') return data({ error: t('hold.choose') }, { status: 400 });
  const outcome = await startIssuing(world, viewer, { holdId: params.holdId! });
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') throw notFound();
    return data({ error: t('issuing.nothing-to-issue') }, { status: 409 });
  }
  // The next page shows the progress. If issuing stops here, the server's next round continues it.
  workOffIssueRuns(world).catch((error: unknown) => log.error(faultOf(error)));
  return redirect(`/holds/${params.holdId}/certificates`);
}

type IssuingTitle = 'certifies-nobody' | 'running' | 'to-issue' | 'nobody' | 'only-held-back' | 'all-have';

function findingOf({ certifies, run, people, toIssue }: Issuing): [IssuingTitle, Record<string, number>] {
  if (!certifies) return ['certifies-nobody', {}];
  if (run && !run.endedAt) return ['running', { done: run.done, of: run.of }];
  if (toIssue > 0) return ['to-issue', { count: toIssue }];
  if (people.length === 0) return ['nobody', {}];
  const heldBack = people.filter(({ standing }) => standing === 'held-back').length;
  return heldBack > 0 ? ['only-held-back', { count: heldBack }] : ['all-have', { count: people.length }];
}

export default function HoldCertificates() {
  const { title, issuing } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { hold, certifies, leads, settles, people, run, toIssue } = issuing;
  const heldBack = people.some(({ standing }) => standing === 'held-back');
  const runs = run !== null && run.endedAt === null;
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={
          leads
            ? [
                { to: '/holds', text: common('menu.holds') },
                { to: `/holds/${hold.id}`, text: hold.name },
              ]
            : [{ to: '/certificates', text: common('menu.certificates') }]
        }
        here={leads ? t('issuing.title') : hold.name}
      />
      <h1>{title}</h1>
      <p className="lead">{t(certifies ? 'issuing.lead' : 'issuing.lead-attended', { hold: hold.name })}</p>
      {sent && <FormAnswer tone="error" lead={sent.error} />}
      {run && <IssuingProgress run={run} />}
      {!runs && toIssue > 0 && (
        <Form method="post">
          <p>{t('issuing.means')}</p>
          <div className="actions">
            <button className="button button-primary" name="intent" value="issue" type="submit">
              {t('issuing.issue', { count: toIssue })}
            </button>
          </div>
        </Form>
      )}
      {heldBack && (
        <p>
          {settles ? (
            <Link className="text-link" to="/certificates#withheld">
              {t('issuing.settle')}
            </Link>
          ) : (
            t('issuing.agency-settles')
          )}
        </p>
      )}
      {people.length > 0 && (
        <section className="space-7" aria-labelledby="people">
          <h2 id="people">{t('issuing.people')}</h2>
          <ScrollRegion label={t('issuing.people')}>
            <table className="data-table">
              <caption className="sr-only">{t('issuing.people')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('issuing.name')}</th>
                  <th scope="col">{t('issuing.certificate')}</th>
                </tr>
              </thead>
              <tbody>
                {people.map(({ enrolmentId, name, standing, number, because }) => (
                  <tr key={enrolmentId}>
                    <th scope="row">{name}</th>
                    <td>
                      {number ? (
                        <Link to={`/certificates/${number}`}>{number}</Link>
                      ) : (
                        t(`issuing.standing.${standing}`, { because: reasonText(common, because ?? '') })
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </section>
      )}
    </>
  );
}
