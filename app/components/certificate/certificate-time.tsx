import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { CertificateView } from '#app/use-cases/learning/see-course.server.ts';
import { formatDay } from '#app/words/format.ts';

const [left, right] = [10, 600];

/** A timeline of a certificate: issued, first day of renewal, today, and last day. A phone shows it in words. */
export function CertificateTime({ certificate, language }: { certificate: CertificateView; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  const { validFrom, renewsOn, lastValidDay, today } = certificate;
  const from = Date.parse(validFrom);
  const at = (day: string) => left + ((right - left) * (Date.parse(day) - from)) / (Date.parse(lastValidDay) - from);
  const day = (text: string) => formatDay(language, text);
  const rows = [
    [t('time.issued'), day(validFrom)],
    [t('time.renewal'), day(renewsOn)],
    [t('time.last'), day(lastValidDay)],
  ] as const;
  const [opens, now] = [at(renewsOn), at(today)];
  // On lines of their own: wherever renewal opens, its words do not meet those of the first and the last day.
  const isLate = opens > (left + right) / 2;
  const renewal = { x: isLate ? opens : opens + 12, side: isLate ? ('end' as const) : ('start' as const) };
  return (
    <section className="space-7" aria-labelledby="time-title">
      <h2 id="time-title" className="h3">
        {t('time.title')}
      </h2>
      <div className="only-narrow">
        <Facts rows={rows} />
      </div>
      <figure className="figure only-wide">
        <svg className="chart" viewBox="0 0 640 166" role="img" aria-labelledby="time-words">
          <title id="time-words">
            {[...rows, [t('time.today'), day(today)]].map(([word, when]) => `${word}: ${when}`).join('. ')}
          </title>
          <path d={`M${left} 52H${opens}`} stroke="var(--petrol)" strokeWidth="3" />
          <path d={`M${opens} 52H${right}`} stroke="var(--petrol)" strokeWidth="11" />
          <path d={`M${right} 52h36`} stroke="var(--grey)" strokeWidth="3" strokeDasharray="3 6" />
          <path d={`M${left} 60V116M${right} 66V116`} stroke="var(--grey)" strokeWidth="1" />
          <circle cx={left} cy="52" r="8" fill="var(--petrol)" />
          <circle cx={opens} cy="52" r="8" fill="var(--white)" stroke="var(--petrol)" strokeWidth="3" />
          <path d={`M${right} 38v28`} stroke="var(--ink)" strokeWidth="3" />
          <path d={`M${now} 12v46`} stroke="var(--ink)" strokeWidth="2" />
          <text x={now < 60 ? now + 8 : now - 8} y="24" textAnchor={now < 60 ? 'start' : 'end'} className="strong">
            {t('time.today')}
          </text>
          <text x={renewal.x} y="86" textAnchor={renewal.side}>
            {day(renewsOn)}
          </text>
          <text x={renewal.x} y="104" textAnchor={renewal.side} className="light">
            {t('time.renewal')}
          </text>
          <text y="134">{day(validFrom)}</text>
          <text y="152" className="light">
            {t('time.issued')}
          </text>
          <text x="640" y="134" textAnchor="end">
            {day(lastValidDay)}
          </text>
          <text x="640" y="152" textAnchor="end" className="light">
            {t('time.last')}
          </text>
        </svg>
      </figure>
    </section>
  );
}
