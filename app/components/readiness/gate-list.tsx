import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { StatusMark } from '#app/components/base/status-mark.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  asOf: string;
  gates: readonly { key: string; kind: string; title: string }[];
  found: MunicipalityView['gates'];
  mayRecord: boolean;
};

/** Every gate of a municipality: whether it is met, why, and on what evidence. */
export function GateList({ language, asOf, gates, found, mayRecord }: Props) {
  const { t } = useTranslation('agency');
  const titles = new Map(gates.map(({ key, title }) => [key, title]));
  const computed = new Set(gates.filter(({ kind }) => kind !== 'evidence').map(({ key }) => key));
  const recordLink = (gate: string) => agencyLink('', { asOf, gate }, 'record');
  return (
    <section className="space-7" aria-labelledby="gates">
      <h2 id="gates">{t('place.gates')}</h2>
      <ul className="gates">
        {found.map(({ key, value, reason, evidence }) => (
          <li key={key}>
            <StatusMark value={value} word={t(`gate.${value}`)} />
            <div>
              <h3>{titles.get(key)}</h3>
              <p>
                {reason}{' '}
                {value !== 'opfyldt' && value !== 'ikke-relevant' && !computed.has(key) && mayRecord && (
                  <Link className="only-screen" to={recordLink(key)}>
                    {t('place.record')}
                  </Link>
                )}
                {value === 'ikke-opfyldt' && computed.has(key) && (
                  <a className="only-screen" href="#staff">
                    {t('place.see-staff')}
                  </a>
                )}
              </p>
            </div>
            <p className="evidence">
              {evidence
                ? t(evidence.lastDay < asOf ? 'place.evidence-past' : 'place.evidence', {
                    note: evidence.note,
                    on: formatDay(language, evidence.observedOn),
                    lastDay: formatDay(language, evidence.lastDay),
                  })
                : computed.has(key)
                  ? t('place.computed', { day: formatDay(language, asOf) })
                  : ''}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
