import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { WithdrawForm } from '#app/components/base/withdraw-form.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { ConfirmForm, DeclineForm } from '#app/components/readiness/evidence/decide-form.tsx';
import { EvidenceForm } from '#app/components/readiness/evidence/evidence-form.tsx';
import { EvidenceVersions } from '#app/components/readiness/evidence/evidence-versions.tsx';
import { PaperTrack, StateLine } from '#app/components/readiness/evidence/paper-track.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { decideEvidence } from '#app/use-cases/readiness/evidence/decide-evidence.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { seeEvidence } from '#app/use-cases/readiness/evidence/see-evidence.server.ts';
import { withdrawEvidence } from '#app/use-cases/readiness/evidence/withdraw-evidence.server.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/papers.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-readiness');
  const evidence = await seeEvidence(world, viewer, params.evidenceId!);
  if (!evidence) throw notFound();
  const gate = world.policy.gates.find(({ key }) => key === evidence.gate);
  const short = gate?.short[language] ?? evidence.gate;
  return {
    title: translator({ language }, 'evidence')('title', { gate: short, place: evidence.name ?? evidence.service }),
    language,
    evidence,
    gate: { key: evidence.gate, title: gate?.title[language] ?? evidence.gate },
    operationId: world.newId(),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'record-evidence');
  const t = translator({ language }, 'evidence');
  const form = await readForm(request);
  const intent = form.text('intent');
  const evidenceId = params.evidenceId!;
  const fields: Record<string, string> = { observedOn: form.day('observedOn'), lastDay: form.day('lastDay') };
  for (const name of ['value', 'note', 'link', 'why', 'reason']) fields[name] = form.text(name);
  const refused = (errors: { id: string; message: string }[], status: number) =>
    data({ intent, fields, errors }, { status });
  const meanwhile = () => refused([{ id: 'value', message: t('changed-meanwhile') }], 409);
  if (intent === 'confirm' || intent === 'decline') {
    const confirm = intent === 'confirm';
    const outcome = await decideEvidence(world, viewer, { evidenceId, confirm, reason: fields.reason! });
    if (outcome.ok) return redirect(backTo(form.text('back'), evidenceId));
    if (outcome.reason === 'not-found') throw notFound();
    const status = outcome.reason === 'no-reason' ? 400 : 409;
    return refused([{ id: 'reason', message: t(outcome.reason) }], status);
  }
  if (intent === 'withdraw') {
    const outcome = await withdrawEvidence(world, viewer, { evidenceId, why: fields.why! });
    if (outcome.ok) return redirect(`/evidence/${evidenceId}`);
    if (outcome.reason === 'not-found') throw notFound();
    const status = outcome.reason === 'no-reason' ? 400 : 409;
    return refused([{ id: 'withdraw-why', message: t(outcome.reason) }], status);
  }
  const { value, observedOn, lastDay, note, link, why } = fields as Record<string, string>;
  const outcome = await recordEvidence(world, viewer, {
    ...{ serviceId: '', gate: '', corrects: evidenceId },
    ...{ value: value!, observedOn: observedOn!, lastDay: lastDay!, note: note!, link: link!, why: why! },
    files: await Promise.all(
      form.files('document').map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    ),
    operationId: form.text('operation'),
  });
  if (outcome.ok) return redirect(`/evidence/${evidenceId}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'forbidden':
      throw forbidden();
    case 'changed-meanwhile':
      return meanwhile();
    case 'not-evidence': {
      const agency = translator({ language }, 'agency');
      return refused(
        outcome.issues.map((issue) => ({ id: issue.field, message: agency(`evidence.issue.${issueKey(issue)}`) })),
        400,
      );
    }
  }
}

/** The list or the municipality from which it was decided. */
function backTo(back: string, evidenceId: string): string {
  if (back === 'list') return agencyLink('/readiness/to-confirm', {});
  return /^\d{4}$/.test(back) ? agencyLink(`/municipalities/${back}`, {}, 'gates') : `/evidence/${evidenceId}`;
}

export default function Evidence() {
  const { title, language, evidence, gate, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('evidence');
  const { t: agency } = useTranslation('agency');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const place = evidence.code
    ? [{ to: agencyLink(`/municipalities/${evidence.code}`, {}), text: evidence.name ?? evidence.service }]
    : [];
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: agencyLink('/readiness', {}), text: common('menu.overview') }, ...place]}
        here={title}
      />
      <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
      <p className="overline">{gate.title}</p>
      <h1>{title}</h1>
      <p className="lead">
        {t('says', {
          value: agency(`gate.${evidence.value}`).toLowerCase(),
          on: formatDay(language, evidence.observedOn),
        })}{' '}
        <StateLine language={language} paper={evidence} />
      </p>
      <p>{evidence.note}</p>
      <PaperTrack language={language} paper={evidence} day={evidence.today} own />
      {evidence.mayDecide && (
        <section className="space-6 only-screen" aria-labelledby="decide">
          <h2 id="decide">{t('decide')}</h2>
          <p>{t('decide-what')}</p>
          <ConfirmForm evidenceId={evidence.id} back="" about={title} />
          <DeclineForm
            evidenceId={evidence.id}
            open={sent?.intent === 'decline'}
            written={sent?.intent === 'decline' ? (sent.fields.reason ?? '') : ''}
            error={errorOf('reason')}
          />
        </section>
      )}
      {evidence.versions.length > 1 && (
        <EvidenceVersions language={language} versions={evidence.versions} here={evidence.id} />
      )}
      {evidence.mayCorrect && (
        <>
          <details className="disclosure space-6 only-screen" open={sent?.intent === 'correct'}>
            <summary>{t('correct')}</summary>
            <p>{t('correct-what')}</p>
            <EvidenceForm
              serviceId={evidence.serviceId}
              operationId={operationId}
              today={evidence.today}
              gates={[gate]}
              chosen={gate.key}
              corrected={evidence}
              sent={sent?.intent === 'correct' ? sent.fields : undefined}
              errorOf={errorOf}
            />
          </details>
          <WithdrawForm
            title={t('withdraw.title')}
            what={t('withdraw.what')}
            words={{ why: t('withdraw.why'), submit: t('withdraw.do') }}
            open={sent?.intent === 'withdraw'}
            written={sent?.intent === 'withdraw' ? (sent.fields.why ?? '') : ''}
            error={errorOf('withdraw-why')}
          />
        </>
      )}
    </>
  );
}
