import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { refusalText } from '#app/components/base/refusal-text.ts';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { AdviserActions, factorNames } from '#app/components/hold/adviser-actions.tsx';
import { AdviserEvents } from '#app/components/hold/adviser-events.tsx';
import { AdviserSteps } from '#app/components/hold/adviser-steps.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { giveAttendanceProof } from '#app/use-cases/certificates/issuing/give-attendance-proof.server.ts';
import { breakOffAttempt } from '#app/use-cases/holds/advisers/break-off-attempt.server.ts';
import { endLeave } from '#app/use-cases/holds/advisers/end-leave.server.ts';
import { giveLeave } from '#app/use-cases/holds/advisers/give-leave.server.ts';
import { grantAttempt } from '#app/use-cases/holds/advisers/grant-attempt.server.ts';
import { grantTime } from '#app/use-cases/holds/advisers/grant-time.server.ts';
import { holdBack } from '#app/use-cases/holds/advisers/hold-back.server.ts';
import { letGo } from '#app/use-cases/holds/advisers/let-go.server.ts';
import { moveDeadline } from '#app/use-cases/holds/advisers/move-deadline.server.ts';
import { type AdviserView, seeAdviser } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { titlesOf } from '#app/use-cases/learning/titles-of.server.ts';
import { formatDay, formatDayOf, formatInstant } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const adviser = await seeAdviser(world, viewer, params.enrolmentId!);
  if (adviser?.hold.id !== params.holdId) throw notFound();
  return { title: adviser!.name, language, adviser: adviser!, operationId: world.newId() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'lead-hold');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const enrolmentId = params.enrolmentId!;
  const kept = { intent: form.text('intent'), reason: form.text('reason'), day: form.day('day') };
  const outcome = await carryOut();
  if (outcome.ok) return redirect(`/holds/${params.holdId}/people/${enrolmentId}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'reason-missing':
    case 'not-a-factor':
    case 'not-a-day':
    case 'day-in-the-past': {
      const field = { 'reason-missing': 'reason', 'not-a-factor': 'factor' }[outcome.reason as string] ?? 'day';
      return data({ ...kept, field, error: t(`adviser.issue.${outcome.reason}`) }, { status: 400 });
    }
    case 'proof-given':
    case 'certified':
    case 'not-present':
    case 'not-done':
    case 'key-not-in-force':
    case 'no-room':
    case 'letters-missing': {
      const letters = outcome.reason === 'letters-missing' ? outcome.letters.join(' ') : '';
      return data({ ...kept, field: '', error: t(`adviser.proof-no.${outcome.reason}`, { letters }) }, { status: 409 });
    }
    default: {
      const titles = await titlesOf(world, enrolmentId);
      const error = refusalText(
        translator({ language }, 'common'),
        language,
        outcome,
        (id) => titles[id]?.[language] ?? id,
      );
      return data({ ...kept, field: '', error }, { status: 409 });
    }
  }

  function carryOut() {
    const { reason } = kept;
    const operationId = form.text('operation');
    switch (kept.intent) {
      case 'leave':
        return giveLeave(world, viewer, { enrolmentId, reason });
      case 'resume':
        return endLeave(world, viewer, { enrolmentId });
      case 'attempt':
        return grantAttempt(world, viewer, { enrolmentId, step: form.text('step'), reason, operationId });
      case 'break-off':
        return breakOffAttempt(world, viewer, { enrolmentId, step: form.text('step'), reason });
      case 'time':
        return grantTime(world, viewer, { enrolmentId, factor: form.text('factor'), reason, operationId });
      case 'deadline':
        return moveDeadline(world, viewer, { enrolmentId, day: kept.day, reason, operationId });
      case 'hold-back':
        return holdBack(world, viewer, { enrolmentId, reason });
      case 'let-go':
        return letGo(world, viewer, { enrolmentId });
      case 'proof':
        return giveAttendanceProof(world, viewer, { enrolmentId });
      default:
        throw notFound();
    }
  }
}

export default function Adviser() {
  const { adviser, language, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { course } = adviser;
  const titleOf = (id: string) => course.steps.find((step) => step.id === id)?.title[language] ?? id;
  const next = course.next && t('adviser.next', { step: titleOf(course.next.step) });
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/holds', text: common('menu.holds') },
          { to: `/holds/${adviser.hold.id}`, text: adviser.hold.name },
        ]}
        here={adviser.name}
      />
      <h1>{adviser.name}</h1>
      <p className="lead">{[common(`life.${course.state}`), next].filter(Boolean).join(' · ')}</p>
      <Facts
        rows={[
          ...(adviser.library ? ([[common('fact.library'), adviser.library]] as const) : []),
          ...(adviser.email ? ([[t('csv.email'), adviser.email]] as const) : []),
          [common('fact.course'), `${course.title[language]}, ${course.edition}`],
          ...(course.finishBy ? ([[t('adviser.finish-by'), formatDay(language, course.finishBy)]] as const) : []),
          ...adviser.running.map(
            ({ step, dueAt }) =>
              [
                t('adviser.running'),
                dueAt
                  ? t('adviser.running-until', { step: titleOf(step), until: formatInstant(language, dueAt) })
                  : t('adviser.running-on', { step: titleOf(step) }),
              ] as const,
          ),
          ...(adviser.proof
            ? ([
                [
                  t('adviser.proof.given'),
                  <Link key="proof" to={`/my-certificate/${adviser.proof.number}/${language}`} reloadDocument>
                    {t('adviser.proof.file', {
                      number: adviser.proof.number,
                      day: formatDay(language, adviser.proof.issuedOn),
                    })}
                  </Link>,
                ],
              ] as const)
            : []),
          ...(course.because ? ([[t('adviser.reason'), course.because]] as const) : []),
        ]}
      />
      {sent?.field === '' && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.field ? [{ id: `${sent.intent}-${sent.field}`, message: sent.error }] : []}
      />
      {adviser.heldBackBecause && (
        <Message tone="warning" lead={t('adviser.held-back', { reason: adviser.heldBackBecause })} />
      )}
      <AdviserSteps adviser={adviser} language={language} />
      <AdviserActions adviser={adviser} operationId={operationId} titleOf={titleOf} sent={sent} />
      {adviser.exceptions.length > 0 && (
        <section className="space-7" aria-labelledby="exceptions">
          <h2 id="exceptions">{t('adviser.exceptions')}</h2>
          <ul>
            {adviser.exceptions.map(({ id, kind, value, reason, by, at }) => (
              <li key={id}>
                <b>{t(`adviser.exception.${kind}`, { value: shown(kind, value) })}</b>
                <br />
                <span className="muted">
                  {t('adviser.exception-by', { reason, by, at: formatDayOf(language, at) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <AdviserEvents adviser={adviser} language={language} titleOf={titleOf} />
    </>
  );

  function shown(kind: AdviserView['exceptions'][number]['kind'], value: string): string {
    if (kind === 'own-deadline') return formatDay(language, value);
    return kind === 'extra-attempt' ? titleOf(value) : t(`adviser.time.factors.${factorNames.get(value) ?? 'half'}`);
  }
}
