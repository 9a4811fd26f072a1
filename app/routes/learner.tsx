import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Facts } from '../components/facts.tsx';
import { Field, Select, TextArea } from '../components/field.tsx';
import { Message } from '../components/message.tsx';
import { NodeMark } from '../components/node-mark.tsx';
import { pageMeta } from '../components/page-meta.ts';
import { refusalText } from '../components/refusal-text.ts';
import { ScrollRegion } from '../components/scroll-region.tsx';
import { readForm } from '../platform/form.server.ts';
import { notFound, requireFormViewer, requireViewer } from '../platform/require-viewer.server.ts';
import { translator } from '../platform/translator.server.ts';
import { endLeave, giveLeave } from '../use-cases/learners/give-leave.server.ts';
import { grantAttempt, grantTime, moveDeadline } from '../use-cases/learners/grant-exception.server.ts';
import { holdBack, letGo } from '../use-cases/learners/hold-back.server.ts';
import { type LearnerView, seeLearner } from '../use-cases/learners/see-learner.server.ts';
import { titlesOf } from '../use-cases/learning/titles-of.server.ts';
import { formatDay, formatDayOf, formatInstant } from '../words/format.ts';
import '../words/staff.ts';

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
          ...(course.because ? ([[t('learner.reason'), course.because]] as const) : []),
        ]}
      />
      {sent?.field === '' && <Message tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.field ? [{ id: `${sent.deed}-${sent.field}`, message: sent.error }] : []}
      />
      {learner.heldBackBecause && (
        <Message tone="warning" lead={t('learner.held-back', { reason: learner.heldBackBecause })} />
      )}
      <Steps learner={learner} language={language} />
      <Deeds learner={learner} language={language} titleOf={titleOf} {...(sent && { sent })} />
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
      <Events learner={learner} language={language} titleOf={titleOf} />
    </>
  );

  function shown(kind: string, value: string): string {
    if (kind === 'own-deadline') return formatDay(language, value);
    return kind === 'extra-attempt' ? titleOf(value) : t(`learner.time.factors.${factorNames.get(value) ?? 'half'}`);
  }
}

const factorNames = new Map([
  ['1.25', 'quarter'],
  ['1.5', 'half'],
  ['2', 'double'],
]);

type Props = { learner: LearnerView; language: 'da' | 'en' };

function Steps({ learner, language }: Props) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <section className="rum-7" aria-labelledby="way">
      <h2 id="way">{t('learner.way')}</h2>
      <ScrollRegion label={t('learner.way')}>
        <table className="t">
          <caption className="sr-only">{t('learner.way')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('learner.step')}</th>
              <th scope="col">{t('learner.status')}</th>
              <th scope="col">{t('learner.attempts')}</th>
            </tr>
          </thead>
          <tbody>
            {learner.course.steps.map(({ id, kind, title, status, attempts, facts }) => (
              <tr key={id}>
                <th scope="row">{title[language]}</th>
                <td>
                  <span className="status">
                    <NodeMark kind={kind} status={status} />
                    {[common(`status.${status}`), facts.absences ? t('learner.missed', { count: facts.absences }) : '']
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </td>
                <td>{attempts ? t('learner.attempts-of', attempts) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

type Sent = { deed: string; field: string; error: string; reason: string; day: string };

/** Every decision a leader may make about this learner now, each with its reason. */
function Deeds({ learner, titleOf, sent }: Props & { titleOf: (id: string) => string; sent?: Sent }) {
  const { t } = useTranslation('leader');
  const { may, name } = learner;
  const none = !may.giveLeave && !may.endLeave && !may.makeExceptions && !may.holdBack && may.grantAt.length === 0;
  return (
    <section className="rum-7" aria-labelledby="decide">
      <h2 id="decide">{t('learner.decide')}</h2>
      {none && <p>{t('learner.nothing')}</p>}
      {may.endLeave && <Deed deed="resume" text={t('learner.resume.text', { name })} {...(sent && { sent })} />}
      {may.grantAt.length > 0 && (
        <Deed deed="attempt" text={t('learner.attempt.text')} reasoned {...(sent && { sent })}>
          <Choice
            deed="attempt"
            name="step"
            label={t('learner.attempt.step')}
            options={may.grantAt.map((id) => ({ value: id, label: titleOf(id) }))}
          />
        </Deed>
      )}
      {may.makeExceptions && (
        <>
          <Deed deed="deadline" text={t('learner.deadline.text', { name })} reasoned {...(sent && { sent })}>
            <DayField {...(sent && { sent })} />
          </Deed>
          <Deed deed="time" text={t('learner.time.text')} reasoned {...(sent && { sent })}>
            <Choice
              deed="time"
              name="factor"
              label={t('learner.time.factor')}
              options={[...factorNames].map(([value, key]) => ({
                value,
                label: t(`learner.time.factors.${key}`),
              }))}
            />
          </Deed>
        </>
      )}
      {may.giveLeave && <Deed deed="leave" text={t('learner.leave.text')} reasoned {...(sent && { sent })} />}
      {may.holdBack &&
        (learner.heldBackBecause ? (
          <Deed deed="let-go" {...(sent && { sent })} />
        ) : (
          <Deed deed="hold-back" text={t('learner.hold-back.text', { name })} reasoned {...(sent && { sent })} />
        ))}
    </section>
  );
}

/** One decision, folded away until it is wanted; open again with what was typed when it was refused. */
function Deed({
  deed,
  text,
  reasoned = false,
  sent,
  children,
}: {
  deed: string;
  text?: string;
  reasoned?: boolean;
  sent?: Sent;
  children?: ReactNode;
}) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const mine = sent?.deed === deed ? sent : undefined;
  return (
    <details className="detaljer" open={mine !== undefined}>
      <summary>{t(`learner.${deed}.title`)}</summary>
      {text && <p>{text}</p>}
      <Form method="post" noValidate>
        {children}
        {reasoned && (
          <TextArea
            id={`${deed}-reason`}
            name="reason"
            rows={3}
            label={t('learner.reason')}
            hint={t('learner.reason-hint')}
            errorWord={common('form.error')}
            error={mine?.field === 'reason' ? mine.error : undefined}
            defaultValue={mine?.reason ?? ''}
            maxLength={1_000}
          />
        )}
        <button className="button button-secondary" name="deed" value={deed} type="submit">
          {t(`learner.${deed}.submit`)}
        </button>
      </Form>
    </details>
  );
}

function Choice({
  deed,
  name,
  label,
  options,
}: {
  deed: string;
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}) {
  const { t: common } = useTranslation('common');
  return <Select id={`${deed}-${name}`} name={name} label={label} errorWord={common('form.error')} options={options} />;
}

function DayField({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const mine = sent?.deed === 'deadline' ? sent : undefined;
  return (
    <Field
      id="deadline-day"
      name="day"
      type="date"
      className="input-width-s"
      label={t('learner.deadline.day')}
      errorWord={common('form.error')}
      error={mine?.field === 'day' ? mine.error : undefined}
      defaultValue={mine?.day ?? ''}
    />
  );
}

function Events({ learner, language, titleOf }: Props & { titleOf: (id: string) => string }) {
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  return (
    <details className="detaljer rum-7">
      <summary>{t('learner.events')}</summary>
      <ScrollRegion label={t('learner.events')}>
        <table className="t">
          <caption className="sr-only">{t('learner.events')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('learner.when')}</th>
              <th scope="col">{t('learner.what')}</th>
              <th scope="col">{t('learner.who')}</th>
            </tr>
          </thead>
          <tbody>
            {learner.events.map(({ seq, type, step, at, by, reason }) => (
              <tr key={seq}>
                <td>{formatInstant(language, at)}</td>
                <td>{[common(`event.${type}`), step && titleOf(step), reason].filter(Boolean).join(': ')}</td>
                <td>{by ?? t('learner.clock')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
