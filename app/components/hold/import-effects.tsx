import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import type { ImportEffect, PlaceEffect } from '#app/use-cases/holds/seats/import-effect.server.ts';
import { formatDay } from '#app/words/format.ts';

const icons = { up: 'up', down: 'down', aside: 'swap' } as const;

/** What the new people of a file do to the readiness of the places they come to. That nothing changes is said too. */
export function ImportEffects({ effect: { asOf, places, later } }: { effect: ImportEffect }) {
  const { t, i18n } = useTranslation('leader');
  const moved = places.filter(({ from, to }) => from !== to).length;
  const guides = places.reduce((sum, place) => sum + place.guides, 0);
  const day = formatDay(i18n.language === 'en' ? 'en' : 'da', asOf);
  return (
    <section className="space-6" aria-labelledby="effect">
      <h3 id="effect">{t('import.effect.title', { day })}</h3>
      <p>
        {places.length === 0
          ? t('import.effect.nobody-new')
          : [t('import.effect.moved', { count: moved }), t('import.effect.guides', { count: guides })].join(' ')}{' '}
        {later > 0 && t('import.effect.later', { count: later })}
      </p>
      {places.length > 0 && (
        <ul className="changes">
          {places.map((place) => (
            <Place key={place.serviceId} place={place} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Place({ place: { name, people, ifWaiting, from, to, gates, direction } }: { place: PlaceEffect }) {
  const { t } = useTranslation('leader');
  const { t: agency } = useTranslation('agency');
  const said = (word: string) => word.toLowerCase();
  return (
    <li>
      <Icon name={direction ? icons[direction] : 'person'} />
      <p>
        <b>{name}</b>: {t(ifWaiting ? 'import.effect.waiting' : 'import.effect.people', { count: people })}{' '}
        {from === to
          ? t('import.effect.stays', { verdict: said(agency(`verdict.${to}`)) })
          : t('import.effect.moves', { from: said(agency(`verdict.${from}`)), to: said(agency(`verdict.${to}`)) })}
        {gates.length === 0 && ` ${t('import.effect.no-gate')}`}
        {gates.map((gate) => (
          <span key={gate.key} className="muted">
            {' '}
            {t('import.effect.gate', {
              gate: gate.title,
              from: said(agency(`gate.${gate.from}`)),
              to: said(agency(`gate.${gate.to}`)),
              reason: gate.reason,
            })}
          </span>
        ))}
      </p>
    </li>
  );
}
