import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { UrgentAction } from '#app/use-cases/readiness/monday/monday-of-the-country.server.ts';
import { formatShortDay } from '#app/words/format.ts';
import { urgentText } from './urgent-text.ts';

type Props = { language: 'da' | 'en'; day: string; marginDays: number; actions: readonly UrgentAction[] };

const shown = 5;

/** What is urgent, in order of its effect, each with its deadline and one way on. */
export function UrgentList(props: Props) {
  const { t } = useTranslation('monday');
  const rest = props.actions.slice(shown);
  return (
    <>
      <Actions {...props} actions={props.actions.slice(0, shown)} />
      {rest.length > 0 && (
        <details className="disclosure">
          <summary>{t('more-urgent', { count: rest.length })}</summary>
          <Actions {...props} actions={rest} />
        </details>
      )}
    </>
  );
}

function Actions({ language, day, marginDays, actions }: Props) {
  const { t } = useTranslation('monday');
  return (
    <ol className="urgent">
      {actions.map((action) => {
        const { title, text, link, to } = urgentText(t, action, { language, day, marginDays });
        return (
          <li key={`${action.kind} ${action.services.join()}`}>
            <p className="urgent__day">
              <span className="sr-only">{t('deadline')}</span>
              {formatShortDay(language, action.by)}
            </p>
            <div>
              <h3 className="h4">{title}</h3>
              <p>
                {text} {action.effect > 0 && t('effect', { count: action.effect })}
              </p>
            </div>
            <Link className="button button-secondary only-screen" to={to}>
              {link}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
