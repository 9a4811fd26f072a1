import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { PublicHelp } from '#app/use-cases/help-points/see-public-help.server.ts';

/** Where else to go. We know no telephone numbers of the authorities, so none are written. */
export function NotOnTheList({ owners }: Pick<PublicHelp, 'owners'>) {
  const { t } = useTranslation('public-help');
  return (
    <div className="columns columns--equal space-7">
      <section aria-labelledby="else">
        <h2 id="else">{t('else.title')}</h2>
        <p>{t('else.text')}</p>
        <p>{t('else.owners')}</p>
        <ul>
          {owners.map(({ topic, owner }) => (
            <li key={topic}>
              <b>{topic}:</b> {owner}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="exempt">
        <h2 id="exempt" className="h3">
          {t('exempt.title')}
        </h2>
        <p>{t('exempt.text')}</p>
        <p>
          <Link className="text-link" to="/open-data">
            {t('open-data.link')}
          </Link>
        </p>
      </section>
    </div>
  );
}
