import { useTranslation } from 'react-i18next';
import type { PublicHelp } from '#app/use-cases/help-points/see-public-help.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; help: Pick<PublicHelp, 'now' | 'later'>; attribution: string };

/** A small map of where there is help; the tables say the same. */
export function HelpMapFigure({ language, help: { now, later }, attribution }: Props) {
  const { t } = useTranslation('public-help');
  const coming = later.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <aside aria-labelledby="map">
      <h2 id="map" className="h3">
        {t('map.title', { count: now.length })}
      </h2>
      <figure className="figure">
        <img
          src="/find-help/map.svg"
          alt={t('map.alt', { now: now.length, later: coming })}
          width="1000"
          height="1182"
          loading="lazy"
        />
        <figcaption>
          <ul className="map-key">
            <Key mark="now" count={now.length} text={t('map.now')} />
            {later.map(({ day, names }) => (
              <Key
                key={day}
                mark="later"
                count={names.length}
                text={t('list.from', { day: formatDay(language, day) })}
              />
            ))}
          </ul>
          <p className="muted small">
            {t('map.white')} <span lang="da">{attribution}</span>
          </p>
        </figcaption>
      </figure>
    </aside>
  );
}

function Key({ mark, count, text }: { mark: 'now' | 'later'; count: number; text: string }) {
  return (
    <li>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <rect
          x="1"
          y="1"
          width="22"
          height="22"
          fill={mark === 'now' ? 'var(--petrol)' : 'var(--petrol-soft)'}
          stroke="var(--petrol)"
        />
        {mark === 'later' && <path d="M1 6h22M1 12h22M1 18h22" stroke="var(--petrol)" strokeWidth="1.6" />}
      </svg>
      <b>{count}</b>
      <span>{text}</span>
    </li>
  );
}
