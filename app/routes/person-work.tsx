import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Link } from '#app/components/base/link.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AffiliationForm } from '#app/components/people/affiliation-form.tsx';
import { CorrectedAffiliations } from '#app/components/people/corrected-affiliations.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { type CorrectionRefusal, correctAffiliation } from '#app/use-cases/people/correct-affiliation.server.ts';
import { seeWork } from '#app/use-cases/people/see-work.server.ts';
import { may } from '#app/use-cases/permission.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'correct-affiliation');
  const work = await seeWork(world, viewer, { personId: params.personId! });
  if (!work) throw notFound();
  return {
    title: translator({ language }, 'agency')('work.title', { name: work.name }),
    language,
    work,
    mayJoin: may(viewer, 'join-people'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'correct-affiliation');
  const form = await readForm(request);
  const fields = { library: form.text('library').trim(), from: form.day('from'), lastDay: form.day('lastDay') };
  const affiliationId = form.text('affiliation');
  const outcome = await correctAffiliation(world, viewer, {
    personId: params.personId!,
    affiliationId: affiliationId || 'none',
    ...(form.text('intent') === 'drop' ? { drop: true as const } : fields),
  });
  if (outcome.ok) return redirect(`/people/${params.personId}/work`);
  if (outcome.reason === 'not-found' || outcome.reason === 'no-affiliation') throw notFound();
  const error = translator({ language }, 'agency')(`work.issue.${outcome.reason}`);
  return data({ affiliationId, fields, field: fieldOf[outcome.reason], error }, { status: 400 });
}

const fieldOf = {
  'ends-before-it-begins': 'lastDay',
  'before-earlier': 'from',
  'after-later': 'lastDay',
  'move-follows': 'lastDay',
  overlaps: 'from',
  'no-library': 'library',
  'library-closed': 'library',
  'library-not-open': 'library',
  'not-a-day': 'from',
  'not-a-last-day': 'lastDay',
  'other-service': 'library',
} as const satisfies Record<Exclude<CorrectionRefusal, 'not-found' | 'no-affiliation'>, string>;

export default function PersonWork() {
  const { work, language, mayJoin } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const day = (text: string) => formatDay(language, text);
  return (
    <>
      <h1>{t('work.title', { name: work.name })}</h1>
      <p className="lead">{t('work.lead')}</p>
      <ErrorSummary
        title={common('form.summary')}
        errors={sent ? [{ id: `${sent.field}-${sent.affiliationId}`, message: sent.error }] : []}
      />
      <section className="space-6" aria-labelledby="work">
        <h2 id="work">{t('work.heading')}</h2>
        {work.affiliations.length === 0 && <p>{t('work.none')}</p>}
        {work.affiliations.map((each) => (
          <AffiliationForm
            key={`${each.id} ${each.number} ${each.from} ${each.lastDay}`}
            affiliation={each}
            day={day}
            sent={sent?.affiliationId === each.id ? sent : undefined}
          />
        ))}
      </section>
      {mayJoin && work.email && (
        <p>
          <Link to={`/people/join?kept=${encodeURIComponent(work.email)}`}>{t('join.see-of')}</Link>
        </p>
      )}
      <CorrectedAffiliations corrections={work.corrections} day={day} />
    </>
  );
}
