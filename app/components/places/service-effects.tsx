import { useTranslation } from 'react-i18next';
import { Icon } from '#app/components/base/icon.tsx';
import type { ServiceEffect } from '#app/use-cases/places/service-effects.server.ts';
import { formatDay } from '#app/words/format.ts';

const icons = { up: 'up', down: 'down', aside: 'swap' } as const;
type Props = { language: 'da' | 'en'; asOf: string; effects: readonly ServiceEffect[] };

/** What something does to the readiness of library services. That nothing changes is said too. */
export function ServiceEffects({ language, asOf, effects }: Props) {
  const { t } = useTranslation('places');
  return (
    <>
      <h3>{t('closing.effect', { day: formatDay(language, asOf) })}</h3>
      <ul className="changes">
        {effects.map(({ serviceId, name, direction, said, gates }) => (
          <li key={serviceId}>
            <Icon name={direction ? icons[direction] : 'person'} />
            <p>
              <b>{name}</b>: {direction ? t('closing.moves', said) : t('closing.stays', { verdict: said.to })}
              {gates.length === 0 && ` ${t('closing.no-gate')}`}
              {gates.map(({ key, title, said: words, reason }) => (
                <span key={key} className="muted">
                  {' '}
                  {t('closing.gate', { gate: title, ...words, reason })}
                </span>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
