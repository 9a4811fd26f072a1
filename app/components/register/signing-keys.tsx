import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { BadgeKey } from '#app/use-cases/certificates/keys/see-badge-keys.server.ts';
import type { SigningKeys as Keys } from '#app/use-cases/certificates/keys/see-signing-keys.server.ts';
import { formatDay } from '#app/words/format.ts';

/** What has to be done about the keys, if anything. */
export function KeyWarnings({ keys, lacks }: Keys) {
  const { t } = useTranslation('agency');
  return (
    <>
      {(lacks === 'none' || lacks === 'unreadable') && <Message tone="warning" lead={t(`keys.${lacks}`)} />}
      {keys.map(
        ({ use, urgency, daysLeft }) =>
          urgency !== 'none' && (
            <Message key={use} tone="warning" lead={t(`keys.warning.${urgency}`, { count: daysLeft })}>
              <p>{t('keys.what')}</p>
            </Message>
          ),
      )}
    </>
  );
}

/** The keys that sign certificates, with the first and last day of each. */
export function SigningKeys({ keys, lacks, language }: Keys & { language: 'da' | 'en' }) {
  const { t } = useTranslation('agency');
  return (
    <section className="space-7" aria-labelledby="keys">
      <h2 id="keys">{t('keys.title')}</h2>
      {lacks && <p>{t(`keys.${lacks}`)}</p>}
      {keys.map(({ use, name, kind, from, until, daysLeft }) => (
        <Facts
          key={use}
          rows={[
            [t('keys.name'), name],
            [t('keys.kind'), t(`keys.kind-${kind}`)],
            [t('keys.from'), formatDay(language, from)],
            [t('keys.until'), `${formatDay(language, until)} (${t('keys.left', { count: daysLeft })})`],
          ]}
        />
      ))}
    </section>
  );
}

/** The keys that prove Open Badges, and since when. */
export function BadgeKeys({ keys, language }: { keys: BadgeKey[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('agency');
  return (
    <section className="space-7" aria-labelledby="badge-keys">
      <h2 id="badge-keys">{t('keys.badge-title')}</h2>
      {keys.length === 0 && <p>{t('keys.badge-none')}</p>}
      {keys.some(({ isOld }) => isOld) && <Message tone="warning" lead={t('keys.badge-old')} />}
      {keys.map(({ id, since, ageDays }) => (
        <Facts
          key={id}
          rows={[
            [t('keys.badge-name'), id],
            [t('keys.badge-since'), `${formatDay(language, since)} (${t('keys.badge-age', { count: ageDays })})`],
          ]}
        />
      ))}
    </section>
  );
}
