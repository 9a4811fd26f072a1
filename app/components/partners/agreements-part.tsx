import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { PartnersView } from '#app/use-cases/partners/see-partners.server.ts';
import { AgreementTable } from './agreement-table.tsx';
import { AgreementTimeline } from './agreement-timeline.tsx';

type Props = {
  language: 'da' | 'en';
  view: Pick<PartnersView, 'today' | 'agreements' | 'ofServices' | 'region' | 'mayRecord'>;
};

/** The agreements as a drawing and as a table, and those of the library services below. */
export function AgreementsPart({ language, view }: Props) {
  const { t } = useTranslation('partners');
  const { today, agreements, ofServices, region, mayRecord } = view;
  const soon = ofServices.filter(({ standing, renewed }) => standing === 'ends-soon' && !renewed).length;
  const services = t('agreements.services', { count: ofServices.length });
  return (
    <section className="space-7" aria-labelledby="agreements">
      <h2 id="agreements">{t('agreements.title')}</h2>
      {agreements.length === 0 ? (
        <p>{t('agreements.none')}</p>
      ) : (
        <figure className="figure">
          <AgreementTimeline language={language} today={today} agreements={agreements} />
          <figcaption>{t('agreements.caption')}</figcaption>
          <details className="disclosure">
            <summary>{t('agreements.as-table')}</summary>
            <AgreementTable
              language={language}
              caption={t('agreements.title')}
              agreements={agreements}
              withPlace={false}
            />
          </details>
        </figure>
      )}
      {(ofServices.length > 0 || region !== '') && (
        <details className="disclosure space-5" open={region !== ''}>
          <summary>
            {services}. {t('agreements.services-soon', { count: soon })}
          </summary>
          <AgreementTable language={language} caption={services} agreements={ofServices} withPlace />
        </details>
      )}
      {mayRecord && (
        <div className="actions only-screen">
          <Link className="button button-secondary" to="/partners/agreements/new">
            {t('agreements.add')}
          </Link>
        </div>
      )}
    </section>
  );
}
