import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import type { UrgentAction } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { urgentText } from './urgent-text.ts';

type Props = { language: 'da' | 'en'; day: string; marginDays: number; action: UrgentAction | undefined };

/** The one thing that makes most municipalities ready. */
export function FirstToday({ language, day, marginDays, action }: Props) {
  const { t } = useTranslation('monday');
  const said = action && urgentText(t, action, { language, day, marginDays });
  return (
    <section className="next-action" aria-labelledby="first">
      <p className="overline">{t('first')}</p>
      <h2 id="first" className="h3">
        {said ? said.title : t('first-none')}
      </h2>
      <p>{said ? said.text : t('first-none-text')}</p>
      {action && action.effect > 0 && <p>{t('effect', { count: action.effect })}</p>}
      {said && (
        <div className="actions">
          <Link className="button button-primary" to={said.to}>
            {said.link} <Icon name="right" />
          </Link>
        </div>
      )}
    </section>
  );
}
