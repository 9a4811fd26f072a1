import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { Frozen } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; wave: string; frozen: Frozen | undefined };

/** What is signed: when it was frozen, by which rules, and whether it still recomputes to the same hash. */
export function FrozenPicture({ language, wave, frozen }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <section className="panel" aria-labelledby="frozen">
      <h2 id="frozen" className="h3">
        {t('frozen.title')}
      </h2>
      {!frozen ? (
        <Message tone="warning" lead={t('frozen.altered')} />
      ) : (
        <Facts
          rows={[
            [t('frozen.at'), formatInstant(language, frozen.takenAt)],
            [
              t('frozen.scope'),
              t('frozen.scope-of', { wave, count: frozen.services, day: formatDay(language, frozen.asOf) }),
            ],
            [t('frozen.policy'), frozen.policyVersion],
            [
              t('frozen.hash'),
              <code className="hash" key="hash">
                {frozen.sha256.match(/.{16}/g)!.join(' ')}
              </code>,
            ],
            [
              t('frozen.again'),
              `${t(frozen.same ? 'frozen.same' : 'frozen.differs')} ${
                frozen.changed > 0 ? t('frozen.changed', { count: frozen.changed }) : ''
              }`,
            ],
          ]}
        />
      )}
    </section>
  );
}
