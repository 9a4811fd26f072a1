import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import type { PlaceShown } from '#app/use-cases/help-points/see-public-help.server.ts';
import { formatDay, formatDayOf } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; place: PlaceShown };

/** When and where one place helps and with what, or from when; otherwise whom to ask. */
export function PlaceFound({ language, place }: Props) {
  const { t } = useTranslation('public-help');
  const { name, service, said, standing } = place;
  if (!said)
    return (
      <article className="panel">
        <h2>{t(standing.is === 'from' ? 'place.later' : 'place.ask', { name })}</h2>
        <p>
          {standing.is === 'from'
            ? t('place.later-text', { service, day: formatDay(language, standing.day) })
            : t('place.ask-text')}
        </p>
      </article>
    );
  const phone = (
    <a href={`tel:${said.phone.replaceAll(' ', '')}`} className="unbroken">
      {said.phone}
    </a>
  );
  return (
    <>
      <article className="panel help-place">
        <h2>{t('place.helps', { service })}</h2>
        <Facts
          rows={[
            [t('place.when'), said.times],
            [t('place.where'), said.place],
            ...(said.access ? [[t('place.access'), said.access] as const] : []),
            [t('place.booking'), said.booking],
            ...(said.phone ? [[t('place.phone'), phone] as const] : []),
            [t('place.languages'), said.languages],
          ]}
        />
        <p className="muted small space-5">{t(`told.${said.toldBy}`, { day: formatDayOf(language, said.toldAt) })}</p>
      </article>
      <div className="columns columns--equal space-6">
        <section aria-labelledby="with">
          <h3 id="with">{t('place.with')}</h3>
          <ul className="plain-list ticked">
            {said.topics.map(({ topic, solution }) => (
              <li key={topic}>
                <Icon name="check" />
                {holds(solution, topic) ? solution : t('place.topic', { topic, solution })}
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="without">
          <h3 id="without">{t('place.without')}</h3>
          <ul className="plain-list ticked">
            {(['code', 'figures', 'case'] as const).map((key) => (
              <li key={key}>
                <span aria-hidden="true">–</span>
                {t(`place.cannot.${key}`)}
              </li>
            ))}
          </ul>
          <p>{t('place.onward')}</p>
        </section>
      </div>
      <h3 className="space-6">{t('place.bring')}</h3>
      <p>{t('place.bring-text')}</p>
    </>
  );
}

/** The name of a solution may say the topic already: "Meld flytning". */
const holds = (solution: string, topic: string) => solution.toLowerCase().includes(topic.toLowerCase());
