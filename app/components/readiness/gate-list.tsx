import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { StatusMark } from '#app/components/base/status-mark.tsx';
import { PaperTrack } from '#app/components/readiness/evidence/paper-track.tsx';
import { WaitingPaper } from '#app/components/readiness/municipality/waiting-paper.tsx';
import { useDays } from '#app/components/readiness/use-days.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  day: { asOf: string; today: string };
  gates: readonly { key: string; kind: string; title: string }[];
  place: Pick<MunicipalityView, 'code' | 'gates' | 'people' | 'papers' | 'mayRecord' | 'mayConfirm'>;
};

/** Every gate of a municipality, people and papers apart: whether it is met, why, and on what evidence. */
export function GateList({ language, day, gates, place }: Props) {
  const { t } = useTranslation('agency');
  const days = useDays();
  const titles = new Map(gates.map(({ key, title }) => [key, title]));
  const computed = new Set(gates.filter(({ kind }) => kind !== 'evidence').map(({ key }) => key));
  const recordLink = (gate: string) => agencyLink('', { ...days, gate }, 'record');
  // Of a coming day we know the papers of today.
  const isAhead = day.asOf > day.today;
  const papersOn = isAhead ? day.today : day.asOf;
  return (
    <section className="space-7" aria-labelledby="gates">
      <h2 id="gates">{t('place.gates')}</h2>
      {(['people', 'papers'] as const).map((axis) => (
        <section key={axis} className="space-5" aria-labelledby={`gates-${axis}`}>
          <h3 id={`gates-${axis}`}>
            {t(`axes.${axis}`)}: {t(`${axis}.${place[axis]}`).toLowerCase()}
          </h3>
          <ul className="gates">
            {place.gates
              .filter(({ kind }) => (kind === 'evidence') === (axis === 'papers'))
              .map(({ key, value, reason, fallsOn, evidence, waiting }) => (
                <li key={key}>
                  <StatusMark value={value} word={t(`gate.${value}`)} />
                  <div>
                    <h4>{titles.get(key)}</h4>
                    <p>
                      {reason} {fallsOn && <b>{t('ahead.falls', { day: formatDay(language, fallsOn) })} </b>}
                      {value !== 'opfyldt' && value !== 'ikke-relevant' && !computed.has(key) && place.mayRecord && (
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
                  <div className="evidence">
                    {evidence && (
                      <>
                        <p>{evidence.note}</p>
                        <PaperTrack language={language} paper={evidence} day={papersOn} />
                      </>
                    )}
                    {!evidence && computed.has(key) && (
                      <p>{t('place.computed', { day: formatDay(language, day.asOf) })}</p>
                    )}
                  </div>
                  {waiting && (
                    <WaitingPaper
                      language={language}
                      paper={waiting}
                      title={titles.get(key) ?? key}
                      code={place.code}
                      mayConfirm={place.mayConfirm}
                      day={papersOn}
                    />
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
