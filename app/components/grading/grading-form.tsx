import { useFetcher } from '@remix-run/react';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { Proposal } from '#app/use-cases/grading/propose-grading.server.ts';
import type { SubmissionToGrade } from '#app/use-cases/grading/see-submission.server.ts';
import { CriterionChoice } from './criterion-choice.tsx';
import { DecisionChoice } from './decision-choice.tsx';
import { GradingProposal } from './grading-proposal.tsx';

type Sent = {
  field: string;
  error: string;
  decision: string;
  judged: Record<string, string>;
  feedback: string;
  reason: string;
  proposal?: Proposal;
};
type Props = {
  view: Pick<SubmissionToGrade, 'name' | 'rubric' | 'told' | 'attempts' | 'double'>;
  language: 'da' | 'en';
  sent: Sent | undefined;
};

const decisions = ['accepted', 'returned', 'rejected'] as const;

/** The rubric, the decision and the words to the adviser. */
export function GradingForm({ view: { name, rubric, told, attempts, double }, language, sent }: Props) {
  const { t } = useTranslation('leader');
  const fetcher = useFetcher<Sent>();
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const hasLevels = rubric.some(({ levels }) => levels);
  const errorOf = (field: string) => (sent?.field === field ? sent.error : undefined);

  function addUp({ currentTarget, target }: FormEvent<HTMLFormElement>) {
    if (!hasLevels || !(target instanceof HTMLInputElement) || !target.name.startsWith('criterion.')) return;
    const chosen = new FormData();
    chosen.set('intent', 'propose');
    for (const [field, value] of new FormData(currentTarget))
      if (field.startsWith('criterion.')) chosen.set(field, value);
    fetcher.submit(chosen, { method: 'post' });
  }

  return (
    <Form method="post" noValidate onChange={addUp}>
      {(double.next === 'second' || double.next === 'settling') && <p>{t(`grade.${double.next}-text`)}</p>}
      {rubric.map((criterion, at) => (
        <CriterionChoice
          key={criterion.id}
          criterion={criterion}
          number={at + 1}
          language={language}
          told={told}
          chosen={sent?.judged[criterion.id]}
          error={errorOf(`met-${criterion.id}`)}
        />
      ))}
      {hasLevels && (
        <GradingProposal proposal={fetcher.data?.proposal ?? sent?.proposal} scripted={scripted} language={language} />
      )}
      <DecisionChoice
        legend={t('grade.decision')}
        choices={decisions.map((value) => ({
          value,
          label: t(`grade.choice.${value}`),
          text:
            hasLevels && value === 'accepted'
              ? t('grade.accepted-levels')
              : t(`grade.choice-text.${value}`, { used: attempts.used + 1, of: attempts.of }),
        }))}
        chosen={sent?.decision}
        error={errorOf('decision-accepted')}
      />
      <TextArea
        id="feedback"
        label={name === null ? t('grade.feedback-unnamed') : t('grade.feedback', { name })}
        hint={t('grade.feedback-hint')}
        error={errorOf('feedback')}
        defaultValue={sent?.feedback ?? ''}
      />
      {double.next === 'settling' && (
        <TextArea
          id="reason"
          rows={3}
          label={t('grade.settling-reason')}
          hint={t('grade.settling-reason-hint')}
          error={errorOf('reason')}
          defaultValue={sent?.reason ?? ''}
          maxLength={1_000}
        />
      )}
      <div className="actions">
        <button className="button button-primary" type="submit" name="intent" value="grade">
          {t('grade.send')}
        </button>
        <button className="button button-secondary" type="submit" name="intent" value="release">
          {t('grade.release')}
        </button>
      </div>
    </Form>
  );
}
