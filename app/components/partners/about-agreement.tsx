import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import type { AgreementView } from '#app/use-cases/partners/see-agreement.server.ts';
import { formatDay } from '#app/words/format.ts';
import { LaterVersion } from './later-version.tsx';

/** What an agreement says, and what can be done with it next. */
export function AboutAgreement({ language, agreement }: { language: 'da' | 'en'; agreement: AgreementView }) {
  const { t } = useTranslation('partners');
  const { standing, renewed } = agreement;
  const file = agreement.document ? (
    <a href={`/partners/agreements/${agreement.id}/document`}>
      {t('agreement.download', { name: agreement.document })}
    </a>
  ) : (
    t('agreement.no-document')
  );
  return (
    <>
      <LaterVersion
        stands={agreement.stands}
        withdrawn={agreement.withdrawn}
        to={agreement.latestId && `/partners/agreements/${agreement.latestId}`}
      />
      <Facts
        rows={[
          [t('agreement.partner'), agreement.partner],
          [t('agreement.service'), agreement.service ?? t('country')],
          [t('agreement.purpose'), t(`purpose.${agreement.purpose}`)],
          [t('agreement.about'), agreement.about],
          [t('agreement.signedBy'), agreement.signedBy],
          [t('agreement.from'), formatDay(language, agreement.from)],
          [t('agreement.lastDay'), formatDay(language, agreement.lastDay)],
          [t('agreements.state'), t(`standing.${renewed && standing === 'ends-soon' ? 'renewed' : standing}`)],
          [t('agreement.document'), file],
        ]}
      />
      {agreement.mayRecord && agreement.stands && !renewed && (
        <div className="actions only-screen">
          <Link className="button button-primary" to={`/partners/agreements/new?renews=${agreement.id}`}>
            {t('agreement.renew-do')}
          </Link>
        </div>
      )}
    </>
  );
}
