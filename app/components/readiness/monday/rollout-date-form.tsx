import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { formatDay, formatDayOf } from '#app/words/format.ts';

export type SetDate = { day: string; target: number | null; note: string; setAt: string; by: string | null };
type Props = {
  language: 'da' | 'en';
  operationId: string;
  history: readonly SetDate[];
  usualTarget: number;
  /** What was sent and refused. */
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Sets the day of the rollout, and shows which days were set before. */
export function RolloutDateForm({ language, operationId, history, usualTarget, sent, errorOf }: Props) {
  const { t } = useTranslation('monday');
  const now = history[0];
  return (
    <details className="disclosure only-screen" open={sent !== undefined}>
      <summary>{t(now ? 'date.change' : 'date.choose')}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="operation" value={operationId} />
        <DateField id="day" label={t('date.day')} error={errorOf('day')} defaultValue={sent?.day ?? now?.day ?? ''} />
        <Field
          id="target"
          inputMode="numeric"
          className="input-char-4"
          label={t('date.target')}
          hint={t('date.target-hint', { usual: usualTarget })}
          error={errorOf('target')}
          defaultValue={sent?.target ?? now?.target ?? ''}
        />
        <Field
          id="note"
          prose
          className="input-width-l"
          label={t('date.note')}
          hint={t('date.note-hint')}
          error={errorOf('note')}
          defaultValue={sent?.note ?? ''}
        />
        <div className="actions">
          <button className="button button-secondary" type="submit">
            {t('date.save')}
          </button>
        </div>
      </Form>
      {history.length > 0 && (
        <>
          <h2 className="h4">{t('date.history')}</h2>
          <ul className="plain-list">
            {history.map(({ day, target, note, setAt, by }) => (
              <li key={setAt + day}>
                {t(by ? 'date.set' : 'date.set-by-nobody', {
                  day: formatDay(language, day),
                  at: formatDayOf(language, setAt),
                  by,
                })}
                . {target !== null && t('date.target-was', { count: target })} {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
