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
import { factorNames, LearnerDeeds } from '#app/components/hold/adviser-actions.tsx';
import { LearnerEvents } from '#app/components/hold/adviser-events.tsx';
import { LearnerSteps } from '#app/components/hold/adviser-steps.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { giveAttendanceProof } from '#app/use-cases/certificates/issuing/give-attendance-proof.server.ts';
import { endLeave, giveLeave } from '#app/use-cases/holds/advisers/give-leave.server.ts';
import { grantAttempt, grantTime, moveDeadline } from '#app/use-cases/holds/advisers/grant-exception.server.ts';
import { holdBack, letGo } from '#app/use-cases/holds/advisers/hold-back.server.ts';
import { seeLearner } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import { titlesOf } from '#app/use-cases/learning/titles-of.server.ts';
import { formatDay, formatDayOf } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'lead-hold');
  const learner = await seeLearner(world, viewer, params.enrolmentId!);
  if (learner?.hold.id !== params.holdId) throw notFound();
  return { title: learner!.name, language, learner: learner! };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'lead-hold');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const enrolmentId = params.enrolmentId!;
  const kept = { deed: form.text('deed'), reason: form.text('reason'), day: form.text('day') };
  const outcome = await deed();
  if (outcome.ok) return redirect(`/holds/${params.holdId}/people/${enrolmentId}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'reason-missing':
    case 'not-a-factor':
    case 'not-a-day':
    case 'day-in-the-past': {
      const field = { 'reason-missing': 'reason', 'not-a-factor': 'factor' }[outcome.reason as string] ?? 'day';
      return data({ ...kept, field, error: t(`learner.issue.${outcome.reason}`) }, { status: 400 });
    }
    case 'proof-given':
    case 'certified':
    case 'not-present':
    case 'key-not-in-force':
    case 'letters-missing': {
      const letters = outcome.reason === 'letters-missing' ? outcome.letters.join(' ') : '';
      return data({ ...kept, field: '', error: t(`learner.proof-no.${outcome.reason}`, { letters }) }, { status: 409 });
    }
    default: {
      const titles = await titlesOf(world, enrolmentId);
      const error = refusalText(t, language, outcome, (id) => titles[id]?.[language] ?? id);
      return data({ ...kept, field: '', error }, { status: 409 });
    }
  }

  function deed() {
    const { reason } = kept;
    switch (kept.deed) {
      case 'leave':
        return giveLeave(world, viewer, { enrolmentId, reason });
      case 'resume':
        return endLeave(world, viewer, { enrolmentId });
      case 'attempt':
        return grantAttempt(world, viewer, { enrolmentId, step: form.text('step'), reason });
      case 'time':
        return grantTime(world, viewer, { enrolmentId, factor: form.text('factor'), reason });
      case 'deadline':
        return moveDeadline(world, viewer, { enrolmentId, day: kept.day, reason });
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

export default function Learner() {
  const { learner, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const { course } = learner;
  const titleOf = (id: string) => course.steps.find((step) => step.id === id)?.title[language] ?? id;
  const next = course.next && t('learner.next', { step: titleOf(course.next.step) });
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[
          { to: '/holds', text: common('menu.holds') },
          { to: `/holds/${learner.hold.id}`, text: learner.hold.name },
        ]}
        here={learner.name}
      />
      <h1>{learner.name}</h1>
      <p className="stor">{[common(`life.${course.state}`), next].filter(Boolean).join(' · ')}</p>
      <Facts
        rows={[
          ...(learner.library ? ([[common('fact.library'), learner.library]] as const) : []),
          [common('fact.course'), `${course.title[language]}, ${course.edition}`],
          ...(course.finishBy ? ([[t('learner.finish-by'), formatDay(language, course.finishBy)]] as const) : []),
          ...(learner.proof
            ? ([
                [
                  t('learner.proof.given'),
                  <Link key="proof" to={`/my-certificate/${learner.proof.number}/${language}`} reloadDocument>
                    {t('learner.proof.file', {
                      number: learner.proof.number,
                      day: formatDay(language, learner.proof.issuedOn),
                    })}
                  </Link>,
                ],
              ] as const)
            : []),
          ...(course.because ? ([[t('learner.reason'), course.because]] as const) : []),
        ]}
      />
      {sent?.field === '' && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.field ? [{ id: `${sent.deed}-${sent.field}`, message: sent.error }] : []}
      />
      {learner.heldBackBecause && (
        <Message tone="warning" lead={t('learner.held-back', { reason: learner.heldBackBecause })} />
      )}
      <LearnerSteps learner={learner} language={language} />
      <LearnerDeeds learner={learner} titleOf={titleOf} sent={sent} />
      {learner.exceptions.length > 0 && (
        <section className="rum-7" aria-labelledby="exceptions">
          <h2 id="exceptions">{t('learner.exceptions')}</h2>
          <ul>
            {learner.exceptions.map(({ id, kind, value, reason, by, at }) => (
              <li key={id}>
                <b>{t(`learner.exception.${kind}`, { value: shown(kind, value) })}</b>
                <br />
                <span className="dus">{t('learner.exception-by', { reason, by, at: formatDayOf(language, at) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <LearnerEvents learner={learner} language={language} titleOf={titleOf} />
    </>
  );

  function shown(kind: string, value: string): string {
    if (kind === 'own-deadline') return formatDay(language, value);
    return kind === 'extra-attempt' ? titleOf(value) : t(`learner.time.factors.${factorNames.get(value) ?? 'half'}`);
  }
}
