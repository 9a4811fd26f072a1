import { useTranslation } from 'react-i18next';
import { FieldError } from '#app/components/base/field-error.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { PracticeView } from '#app/use-cases/practice/practice-view-of.ts';

type Errors = readonly { id: string; message: string }[];

/** Which reminder somebody wants. */
export function PracticeReminder({ remind, errors }: Pick<PracticeView, 'remind'> & { errors: Errors }) {
  const { t } = useTranslation('practice');
  const error = errors.find(({ id }) => id === 'remind')?.message;
  return (
    <details className="disclosure" open={error !== undefined}>
      <summary>{t('remind.title')}</summary>
      <Form method="post" action="/practice">
        <div className={`form-group${error ? ' form-error' : ''}`}>
          <label className="form-label" htmlFor="remind">
            {t('remind.label')}
          </label>
          <span className="form-hint" id="remind-hint">
            {t('remind.text')}
          </span>
          {error && <FieldError id="remind" error={error} />}
          <select
            className="form-select input-width-l"
            id="remind"
            name="remind"
            defaultValue={remind}
            aria-describedby="remind-hint"
          >
            {(['never', 'monday', 'thursday'] as const).map((day) => (
              <option key={day} value={day}>
                {t(`remind.${day}`)}
              </option>
            ))}
          </select>
        </div>
        <button className="button button-secondary" type="submit" name="intent" value="remind">
          {t('remind.save')}
        </button>
      </Form>
    </details>
  );
}

/** Stopping keeps what was learned; deleting asks first, and takes all of it. */
export function PracticeEnd({ state, errors }: Pick<PracticeView, 'state'> & { errors: Errors }) {
  const { t } = useTranslation('practice');
  const error = errors.find(({ id }) => id === 'sure')?.message;
  return (
    <details className="disclosure space-7" open={error !== undefined}>
      <summary>{t('stop.title')}</summary>
      {state === 'on' && (
        <Form method="post" action="/practice">
          <p>{t('stop.text')}</p>
          <button className="button button-secondary" type="submit" name="intent" value="stop">
            {t('stop.submit')}
          </button>
        </Form>
      )}
      <Form method="post" action="/practice" className="space-6">
        <p>{t('stop.delete-text')}</p>
        <div className={`form-group${error ? ' form-error' : ''}`}>
          {error && <FieldError id="sure" error={error} />}
          <input
            type="checkbox"
            className="form-checkbox"
            id="sure"
            name="sure"
            value="1"
            aria-describedby={error && 'sure-error'}
          />
          <label htmlFor="sure">{t('stop.sure')}</label>
        </div>
        <button className="button button-secondary" type="submit" name="intent" value="delete">
          {t('stop.delete')}
        </button>
      </Form>
    </details>
  );
}
