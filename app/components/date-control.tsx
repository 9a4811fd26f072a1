import { Form, Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';

type Props = { day: { asOf: string; today: string }; shortcuts: { to: string; text: string }[] };

/** The day a page is about, in three fields that anybody can type. */
export function DateControl({ day, shortcuts }: Props) {
  const { t } = useTranslation('agency');
  const [year, month, date] = day.asOf.split('-');
  const parts = [
    { name: 'day', value: String(Number(date)), size: 2 },
    { name: 'month', value: String(Number(month)), size: 2 },
    { name: 'year', value: year, size: 4 },
  ] as const;
  return (
    <Form className="asof" method="get" key={day.asOf}>
      <fieldset className="felt">
        <legend>{t('date.legend')}</legend>
        <div className="datofelt">
          {parts.map(({ name, value, size }) => (
            <div key={name}>
              <label htmlFor={name}>{t(`date.${name}`)}</label>
              <input
                className={`form-input ${size === 4 ? 'input-char-4' : 'input-char-2'}`}
                id={name}
                name={name}
                inputMode="numeric"
                maxLength={size}
                defaultValue={value}
                autoComplete="off"
              />
            </div>
          ))}
        </div>
      </fieldset>
      <button className="button button-secondary" type="submit">
        {t('date.show')}
      </button>
      <ul aria-label={t('date.shortcuts')}>
        {shortcuts.map(({ to, text }) => (
          <li key={to}>
            <Link to={to} {...(day.asOf === day.today && { 'aria-current': 'true' as const })}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </Form>
  );
}
