import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Select, TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { LearnerView } from '#app/use-cases/holds/advisers/see-adviser.server.ts';

export const factorNames = new Map([
  ['1.25', 'quarter'],
  ['1.5', 'half'],
  ['2', 'double'],
]);

/** A decision that was refused: which, why, and what was typed. */
export type LearnerRefused = { deed: string; field: string; error: string; reason: string; day: string };

/** Every decision a leader may make about this learner now, each with its reason. */
export function LearnerDeeds({
  learner,
  titleOf,
  sent,
}: {
  learner: LearnerView;
  titleOf: (id: string) => string;
  sent: LearnerRefused | undefined;
}) {
  const { t } = useTranslation('leader');
  const { may, name } = learner;
  const none =
    !may.giveProof &&
    !may.giveLeave &&
    !may.endLeave &&
    !may.makeExceptions &&
    !may.holdBack &&
    may.grantAt.length === 0;
  return (
    <section className="rum-7" aria-labelledby="decide">
      <h2 id="decide">{t('learner.decide')}</h2>
      {none && <p>{t('learner.nothing')}</p>}
      {may.endLeave && <Deed deed="resume" text={t('learner.resume.text', { name })} sent={sent} />}
      {may.grantAt.length > 0 && (
        <Deed deed="attempt" text={t('learner.attempt.text')} reasoned sent={sent}>
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
          <Deed deed="deadline" text={t('learner.deadline.text', { name })} reasoned sent={sent}>
            <DayField sent={sent} />
          </Deed>
          <Deed deed="time" text={t('learner.time.text')} reasoned sent={sent}>
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
      {may.giveProof && <Deed deed="proof" text={t('learner.proof.text', { name })} sent={sent} />}
      {may.giveLeave && <Deed deed="leave" text={t('learner.leave.text')} reasoned sent={sent} />}
      {may.holdBack &&
        (learner.heldBackBecause ? (
          <Deed deed="let-go" sent={sent} />
        ) : (
          <Deed deed="hold-back" text={t('learner.hold-back.text', { name })} reasoned sent={sent} />
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
  sent: LearnerRefused | undefined;
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

function DayField({ sent }: { sent: LearnerRefused | undefined }) {
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
