import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { DraftsOfCourse } from '#app/components/draft/drafts-of-course.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { GroupDecisions } from '#app/components/hold/edition/group-decisions.tsx';
import { HoldsOfCourse } from '#app/components/hold/edition/holds-of-course.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { listDrafts } from '#app/use-cases/drafts/list-drafts.ts';
import { decideForGroups } from '#app/use-cases/holds/editions/decide-for-groups.server.ts';
import { seeCourseEditions } from '#app/use-cases/holds/editions/see-course-editions.server.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const editions = await seeCourseEditions(world, viewer, params.course!);
  if (!editions) throw notFound();
  const drafts = listDrafts(world, viewer, params.course!);
  const { searchParams } = new URL(request.url);
  const countOf = (name: string) => Math.max(0, Number.parseInt(searchParams.get(name) ?? '0', 10) || 0);
  const done = searchParams.has('moved')
    ? { moved: countOf('moved'), stays: countOf('stays'), holds: countOf('holds') }
    : null;
  return { title: translator({ language }, 'leader')('editions.title'), language, editions, drafts, done };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'lead-hold');
  const form = await readForm(request);
  const groups = ['not-begun', 'before-day', 'after-day'] as const;
  const decisions = Object.fromEntries(groups.map((group) => [group, form.text(group)]));
  const given = { course: params.course!, to: form.text('to'), standing: form.text('standing'), decisions };
  const outcome = await decideForGroups(world, viewer, given);
  if (outcome.ok) {
    const { moved, stays, holds } = outcome;
    const said = new URLSearchParams({ moved: `${moved}`, stays: `${stays}`, holds: `${holds}` });
    return redirect(`/holds/editions/${params.course}?${said}`);
  }
  if (outcome.reason === 'not-found') throw notFound();
  const error = translator({ language }, 'leader')(`editions.issue.${outcome.reason}`);
  return data({ error, decisions }, { status: outcome.reason === 'changed-since' ? 409 : 400 });
}

export default function CourseEditionsPage() {
  const { editions, drafts, done, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { to, holds, groups, busy, decided, change } = editions;
  const course = editions.course.title[language];
  const count = groups.reduce((sum, { people }) => sum + people.length, 0);
  const nothing = holds.length === 0 ? t('editions.no-holds', { course }) : t('editions.up-to-date', { course });
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/holds', text: common('menu.holds') }]}
        here={t('editions.title')}
      />
      <h1>{to ? t('editions.heading', { to }) : t('editions.title')}</h1>
      {done && <FormAnswer tone="ok" lead={answerOf(done)} />}
      <p className="lead">{to ? t('editions.lead', { count }) : nothing}</p>
      <ErrorSummary title={common('form.summary')} errors={sent ? [{ id: 'groups', message: sent.error }] : []} />
      <DraftsOfCourse course={editions.course.id} drafts={drafts} />
      {holds.length > 0 && <HoldsOfCourse holds={holds} language={language} />}
      {busy.length > 0 && (
        <Message lead={t('editions.busy', { count: busy.length })}>
          {t('editions.later', { names: busy.map(({ name, hold }) => `${name} (${hold})`).join(', ') })}
        </Message>
      )}
      {decided > 0 && <p>{t('editions.decided', { count: decided })}</p>}
      {to && change === 'editorial' && <Message lead={t('edition.editorial')} />}
      {to && change === 'material' && (
        <GroupDecisions
          key={editions.standing}
          editions={{ ...editions, to }}
          sent={sent && 'error' in sent ? sent : undefined}
          language={language}
        />
      )}
    </>
  );

  function answerOf({ moved, stays, holds: begun }: NonNullable<typeof done>): string {
    const saved = t('editions.saved', { moved, stays });
    return begun > 0 ? `${saved} ${t('editions.saved-holds', { count: begun })}` : saved;
  }
}
