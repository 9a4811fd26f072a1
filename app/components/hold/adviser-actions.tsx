import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { AdviserView } from '#app/use-cases/holds/advisers/see-adviser.server.ts';

export const factorNames = new Map<string, 'quarter' | 'half' | 'double'>([
  ['1.25', 'quarter'],
  ['1.5', 'half'],
  ['2', 'double'],
]);

type Intent = 'resume' | 'attempt' | 'break-off' | 'deadline' | 'time' | 'proof' | 'leave' | 'let-go' | 'hold-back';

/** A refused decision: which one, why, and what was typed. */
export type AdviserRefused = { intent: string; field: string; error: string; reason: string; day: string };

/** Every decision a leader may make about this adviser now. Each needs a reason. */
export function AdviserActions({
  adviser,
  operationId,
  titleOf,
  sent,
}: {
  adviser: AdviserView;
  operationId: string;
  titleOf: (id: string) => string;
  sent: AdviserRefused | undefined;
}) {
  const { t } = useTranslation('leader');
  const { may, name } = adviser;
  const none =
    !may.giveProof &&
    !may.giveLeave &&
    !may.endLeave &&
    !may.makeExceptions &&
    !may.holdBack &&
    may.grantAt.length === 0 &&
    may.breakOff.length === 0;
  return (
    <section className="space-7" aria-labelledby="decide">
      <h2 id="decide">{t('adviser.decide')}</h2>
      {none && <p>{t('adviser.nothing')}</p>}
      {may.endLeave && <Action intent="resume" text={t('adviser.resume.text', { name })} sent={sent} />}
      {may.grantAt.length > 0 && (
        <Action intent="attempt" text={t('adviser.attempt.text')} reasoned operationId={operationId} sent={sent}>
          <Choice
            intent="attempt"
            name="step"
            label={t('adviser.attempt.step')}
            options={may.grantAt.map((id) => ({ value: id, label: titleOf(id) }))}
          />
        </Action>
      )}
      {may.breakOff.length > 0 && (
        <Action intent="break-off" text={t('adviser.break-off.text', { name })} reasoned sent={sent}>
          <Choice
            intent="break-off"
            name="step"
            label={t('adviser.break-off.step')}
            options={may.breakOff.map((id) => ({ value: id, label: titleOf(id) }))}
          />
        </Action>
      )}
      {may.makeExceptions && (
        <>
          <Action
            intent="deadline"
            text={t('adviser.deadline.text', { name })}
            reasoned
            operationId={operationId}
            sent={sent}
          >
            <DayField sent={sent} />
          </Action>
          <Action intent="time" text={t('adviser.time.text')} reasoned operationId={operationId} sent={sent}>
            <Choice
              intent="time"
              name="factor"
              label={t('adviser.time.factor')}
              options={[...factorNames].map(([value, key]) => ({
                value,
                label: t(`adviser.time.factors.${key}`),
              }))}
            />
          </Action>
        </>
      )}
      {may.giveProof && <Action intent="proof" text={t('adviser.proof.text', { name })} sent={sent} />}
      {may.giveLeave && <Action intent="leave" text={t('adviser.leave.text')} reasoned sent={sent} />}
      {may.holdBack &&
        (adviser.heldBackBecause ? (
          <Action intent="let-go" sent={sent} />
        ) : (
          <Action intent="hold-back" text={t('adviser.hold-back.text', { name })} reasoned sent={sent} />
        ))}
    </section>
  );
}

/** One decision, collapsed until it is opened. If it was refused, it is open again with what was typed. */
function Action({
  intent,
  text,
  reasoned = false,
  operationId,
  sent,
  children,
}: {
  intent: Intent;
  text?: string;
  reasoned?: boolean;
  /** Of a decision that would count again if the form were sent twice. */
  operationId?: string;
  sent: AdviserRefused | undefined;
  children?: ReactNode;
}) {
  const { t } = useTranslation('leader');
  const mine = sent?.intent === intent ? sent : undefined;
  return (
    <details className="disclosure" open={mine !== undefined}>
      <summary>{t(`adviser.${intent}.title`)}</summary>
      {text && <p>{text}</p>}
      <Form method="post" noValidate>
        {operationId && <input type="hidden" name="operation" value={operationId} />}
        {children}
        {reasoned && (
          <TextArea
            id={`${intent}-reason`}
            name="reason"
            rows={3}
            label={t('adviser.reason')}
            hint={t('adviser.reason-hint')}
            error={mine?.field === 'reason' ? mine.error : undefined}
            defaultValue={mine?.reason ?? ''}
            maxLength={1_000}
          />
        )}
        <button className="button button-secondary" name="intent" value={intent} type="submit">
          {t(`adviser.${intent}.submit`)}
        </button>
      </Form>
    </details>
  );
}

function Choice({
  intent,
  name,
  label,
  options,
}: {
  intent: string;
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
}) {
  return <Select id={`${intent}-${name}`} name={name} label={label} options={options} />;
}

function DayField({ sent }: { sent: AdviserRefused | undefined }) {
  const { t } = useTranslation('leader');
  const mine = sent?.intent === 'deadline' ? sent : undefined;
  return (
    <DateField
      id="deadline-day"
      name="day"
      label={t('adviser.deadline.day')}
      error={mine?.field === 'day' ? mine.error : undefined}
      defaultValue={mine?.day ?? ''}
    />
  );
}
