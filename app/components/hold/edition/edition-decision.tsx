import { useTranslation } from 'react-i18next';
import { FieldError } from '#app/components/base/field-error.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { MigrationPreview } from '#app/use-cases/holds/editions/preview-migration.server.ts';

type Props = {
  preview: MigrationPreview;
  deciding: readonly { enrolmentId: string; name: string }[];
  sent: { field: string; error: string; enrolmentId: string; decision: string } | undefined;
};

/** Asks what happens on the new edition, to the whole hold or to one adviser. Nothing is chosen beforehand. */
export function EditionDecision({ preview, deciding, sent }: Props) {
  const { t } = useTranslation('leader');
  const { to } = preview;
  const errorOf = (field: string) => (sent?.field === field ? sent.error : undefined);
  const wrong = errorOf('enrolment');
  return (
    <section className="space-7" aria-labelledby="choose">
      <h2 id="choose">{t('edition.choose')}</h2>
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <div className={`form-group${wrong ? ' form-error' : ''}`}>
          <label className="form-label" htmlFor="enrolment">
            {t('edition.who')}
          </label>
          {wrong && <FieldError id="enrolment" error={wrong} />}
          <select
            className="form-select"
            id="enrolment"
            name="enrolment"
            defaultValue={sent?.enrolmentId ?? ''}
            aria-describedby={wrong && 'enrolment-error'}
            aria-invalid={wrong ? true : undefined}
          >
            <option value="">{t('edition.all', { count: deciding.length })}</option>
            {deciding.map(({ enrolmentId, name }) => (
              <option key={enrolmentId} value={enrolmentId}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <FieldSet
          id="decision"
          legend={t('edition.decision.legend')}
          error={errorOf('decision')}
          className="field space-5"
        >
          <div className="answers">
            {(['stay', 'migrate', 'restart'] as const).map((value, at) => (
              <div className="answers__option" key={value}>
                <input
                  type="radio"
                  name="decision"
                  id={at === 0 ? 'decision' : `decision-${value}`}
                  value={value}
                  defaultChecked={sent?.decision === value}
                />
                <label htmlFor={at === 0 ? 'decision' : `decision-${value}`}>
                  <span>
                    <b>{t(`edition.decision.${value}`, { to })}</b>
                    <br />
                    {t(`edition.decision.${value}-hint`)}
                  </span>
                </label>
              </div>
            ))}
          </div>
        </FieldSet>
        <div className="actions">
          <button className="button button-primary" type="submit">
            {t('edition.save')}
          </button>
        </div>
      </Form>
    </section>
  );
}
