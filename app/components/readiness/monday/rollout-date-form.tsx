import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { Field } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { RolloutShortcut } from '#app/use-cases/readiness/monday/rollout-shortcuts.ts';
import { formatDay, formatDayOf, formatList } from '#app/words/format.ts';

export type SetDate = { day: string; target: number | null; note: string; setAt: string; by: string | null };
type Props = {
  language: 'da' | 'en';
  operationId: string;
  history: readonly SetDate[];
  usualTarget: number;
  /** Days to choose from; a link fills the field, so it works without script. */
  shortcuts: readonly RolloutShortcut[];
  /** The day that was chosen of them. */
  chosen: string | undefined;
  /** What was sent and refused. */
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** Sets the day of the rollout, and shows which days were set before. */
export function RolloutDateForm({
  language,
  operationId,
  history,
  usualTarget,
  shortcuts,
  chosen,
  sent,
  errorOf,
}: Props) {
  const { t } = useTranslation('monday');
  const now = history[0];
  return (
    <details className="disclosure only-screen" open={sent !== undefined || chosen !== undefined}>
      <summary>{t(now ? 'date.change' : 'date.choose')}</summary>
      <Form method="post" noValidate>
        <input type="hidden" name="operation" value={operationId} />
        <DateField
          key={chosen}
          id="day"
          label={t('date.day')}
          error={errorOf('day')}
          defaultValue={sent?.day ?? chosen ?? now?.day ?? ''}
        />
        <p className="muted small">{t('date.shortcut-hint')}</p>
        <ul className="list-choice" aria-label={t('date.shortcuts')}>
          {shortcuts.map(({ day, waves }) => (
            <li key={day}>
              <Link to={agencyLink('/monday', { day }, 'day')} aria-current={day === chosen ? 'true' : undefined}>
                {waves.length === 0
                  ? formatDay(language, day)
                  : t('date.shortcut-wave', { waves: formatList(language, waves), day: formatDay(language, day) })}
              </Link>
            </li>
          ))}
        </ul>
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
