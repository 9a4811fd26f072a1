import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import type { PublicHelp } from '#app/use-cases/help-points/see-public-help.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; help: Pick<PublicHelp, 'now' | 'later'> };

export const findHelpLink = (name: string) => `/find-help?${new URLSearchParams({ place: name })}`;

/** Every place that helps now, and those that come later, by day. */
export function HelpPlacesList({ language, help: { now, later } }: Props) {
  const { t } = useTranslation('public-help');
  return (
    <section className="space-7" aria-labelledby="all">
      <h2 id="all">{t('list.title')}</h2>
      {now.length === 0 ? (
        <p>{t('list.none')}</p>
      ) : (
        <ScrollRegion label={t('list.caption')}>
          <table className="data-table">
            <caption className="sr-only">{t('list.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('list.municipality')}</th>
                <th scope="col">{t('list.library')}</th>
                <th scope="col">{t('list.times')}</th>
              </tr>
            </thead>
            <tbody>
              {now.map(({ code, name, service, times }) => (
                <tr key={code}>
                  <th scope="row">
                    <Link to={findHelpLink(name)}>{name}</Link>
                  </th>
                  <td>{service}</td>
                  <td>{times}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {later.map(({ day, names }) => (
        <div key={day}>
          <h3 className="space-6">{t('list.from', { day: formatDay(language, day) })}</h3>
          <ul className="name-columns">
            {names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      ))}
      <p className="muted small space-5">{t('list.only')}</p>
    </section>
  );
}
