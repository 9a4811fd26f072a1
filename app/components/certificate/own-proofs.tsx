import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import type { ProofView } from '#app/use-cases/learning/see-course.server.ts';
import { formatDay, formatList } from '#app/words/format.ts';

/**
 * The courses somebody attended, each with its proof of attendance. They are kept apart from certificates, which prove
 * more.
 */
export function OwnProofs({ proofs, language }: { proofs: ProofView[]; language: 'da' | 'en' }) {
  const { t } = useTranslation('adviser');
  if (proofs.length === 0) return null;
  const other = language === 'da' ? 'en' : 'da';
  return (
    <section className="space-7" aria-labelledby="proofs-title">
      <h2 id="proofs-title">{t('proof.title')}</h2>
      <p>{t('proof.text')}</p>
      {proofs.map(({ number, title, days, issuedOn, verifyCode }) => (
        <article className="space-6" key={number}>
          <h3>{t('proof.one', { number })}</h3>
          <Facts
            rows={[
              [t('path.course'), title[language]],
              [
                t('proof.days', { count: days.length }),
                formatList(
                  language,
                  days.map((day) => formatDay(language, day)),
                ),
              ],
              [t('proof.issued'), formatDay(language, issuedOn)],
              [
                t('path.code'),
                <Link key="code" to={`/v/${verifyCode}`}>
                  {verifyCode}
                </Link>,
              ],
            ]}
          />
          <div className="actions">
            <a
              className="button button-secondary"
              href={`/my-certificate/${number}/${language}`}
              download={`deltagerbevis-${number}.pdf`}
            >
              {t('proof.download')}
            </a>
            <a
              className="text-link"
              href={`/my-certificate/${number}/${other}`}
              download={`deltagerbevis-${number}-${other}.pdf`}
            >
              {t('path.download-other')}
            </a>
          </div>
        </article>
      ))}
    </section>
  );
}
