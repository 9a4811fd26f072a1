import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { EditionChanges } from '#app/components/hold/edition/edition-changes.tsx';
import { EditionDecision } from '#app/components/hold/edition/edition-decision.tsx';
import { EditionMovers } from '#app/components/hold/edition/edition-movers.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { decideMigration } from '#app/use-cases/holds/editions/decide-migration.server.ts';
import { previewMigration } from '#app/use-cases/holds/editions/preview-migration.server.ts';
import { seeHold } from '#app/use-cases/holds/see-hold.server.ts';
import { formatList } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const holdId = params.holdId!;
  const { searchParams } = new URL(request.url);
  const seen = await previewMigration(world, viewer, { holdId, to: searchParams.get('to') ?? undefined });
  if (!seen.ok && seen.reason !== 'no-newer-edition') throw notFound();
  const title = translator({ language }, 'leader')('edition.title');
  const countOf = (name: string) => Math.max(0, Number.parseInt(searchParams.get(name) ?? '0', 10) || 0);
  const done = searchParams.has('left')
    ? { moved: countOf('moved'), stays: countOf('stays'), left: countOf('left') }
    : null;
  if (seen.ok) return { title, language, preview: seen.preview, hold: seen.preview.hold, done };
  const hold = await seeHold(world, viewer, holdId);
  if (!hold) throw notFound();
  return { title, language, preview: null, hold: { id: hold.id, name: hold.name, edition: hold.edition }, done };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'lead-hold');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const holdId = params.holdId!;
  const to = form.text('to');
  const enrolmentId = form.text('enrolment');
  const decision = form.text('decision');
  const given = { enrolmentId, decision };
  const outcome = await decideMigration(world, viewer, { holdId, to, decision, enrolmentId: enrolmentId || undefined });
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') throw notFound();
    return data({ ...given, field: 'decision', error: t(`edition.issue.${outcome.reason}`) }, { status: 400 });
  }
  const [one] = outcome.people;
  if (enrolmentId && one?.outcome === 'cannot') {
    const steps =
      'steps' in one
        ? formatList(
            language,
            one.steps.map((title) => title[language]),
          )
        : '';
    const error = t(`edition.issue.${one.because}`, { name: one.name, steps });
    return data({ ...given, field: 'enrolment', error }, { status: 409 });
  }
  const count = (wanted: string) => outcome.people.filter((each) => each.outcome === wanted).length;
  const said = new URLSearchParams({
    to,
    moved: String(count('moved')),
    stays: String(count('stays')),
    left: String(count('cannot')),
  });
  return redirect(`/holds/${holdId}/edition?${said}`);
}

export default function HoldEdition() {
  const { preview, hold, done, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const deciding = preview?.people.filter(({ standing }) => standing !== 'there' && standing !== 'silent') ?? [];
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/holds', text: common('menu.holds') },
          { to: `/holds/${hold.id}`, text: hold.name },
        ]}
        here={t('edition.title')}
      />
      <h1>{preview ? t('edition.heading', { to: preview.to }) : t('edition.title')}</h1>
      {done && <FormAnswer tone="ok" lead={answerOf(done)} />}
      {!preview && <p className="lead">{t('edition.none', { edition: hold.edition })}</p>}
      {preview && (
        <>
          <p className="lead">{t('edition.lead', { count: deciding.length })}</p>
          <ErrorSummary title={common('form.summary')} errors={sent ? [{ id: sent.field, message: sent.error }] : []} />
          <EditionChanges
            since={preview.hold.edition}
            differs={preview.differs}
            steps={preview.steps}
            language={language}
          />
          {preview.people.length > 0 && <EditionMovers preview={preview} language={language} />}
          {preview.change === 'editorial' ? (
            <Message lead={t('edition.editorial')} />
          ) : (
            <EditionDecision key={JSON.stringify(done)} preview={preview} deciding={deciding} sent={sent} />
          )}
        </>
      )}
    </>
  );

  function answerOf({ moved, stays, left }: NonNullable<typeof done>): string {
    const first = stays > 0 ? t('edition.saved-stay', { stays }) : t('edition.saved', { moved });
    return left > 0 ? `${first} ${t('edition.saved-left', { count: left })}` : first;
  }
}
