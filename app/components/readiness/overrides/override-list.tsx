import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { WithdrawForm } from '#app/components/base/withdraw-form.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { OverrideView } from '#app/use-cases/readiness/overrides/see-overrides.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  overrides: readonly OverrideView[];
  sent: Record<string, string> | undefined;
  errorOf: (id: string) => string | undefined;
};

/** The overrides in force and those to come, and below them those that are over. */
export function OverrideList({ language, overrides, sent, errorOf }: Props) {
  const { t } = useTranslation('policy');
  const isOpen = ({ standing }: OverrideView) => standing === 'in-force' || standing === 'coming';
  const open = overrides.filter(isOpen);
  const over = overrides.filter((each) => !isOpen(each));
  const day = (text: string) => formatDay(language, text);
  return (
    <>
      <section className="space-6" aria-labelledby="in-force">
        <h2 id="in-force">{t('override.open', { count: open.length })}</h2>
        {open.map((each) => (
          <article key={each.id} className="space-5" aria-labelledby={`service-${each.id}`}>
            <h3 id={`service-${each.id}`}>
              <Place override={each} />
            </h3>
            <p>{t(`override.standing.${each.standing}`, { from: day(each.from), lastDay: day(each.lastDay) })}</p>
            <p>{t('override.why', { reason: each.reason, decidedBy: each.decidedBy })}</p>
            <WithdrawForm
              title={t('override.withdraw.title', { service: each.service })}
              words={{ why: t('override.withdraw.why'), submit: t('override.withdraw.do') }}
              of={{ name: 'override', id: each.id }}
              written={sent?.override === each.id ? (sent.why ?? '') : ''}
              open={sent?.override === each.id}
              error={errorOf(`why-${each.id}`)}
            />
          </article>
        ))}
      </section>
      {over.length > 0 && (
        <details className="disclosure space-6">
          <summary>{t('override.over', { count: over.length })}</summary>
          <ul>
            {over.map((each) => (
              <li key={each.id}>
                <b>
                  <Place override={each} />
                </b>{' '}
                {t(`override.standing.${each.standing}`, {
                  from: day(each.from),
                  lastDay: day(each.lastDay),
                  withdrawnOn: day(each.withdrawnOn ?? each.lastDay),
                })}{' '}
                <span className="muted">
                  {t('override.why', { reason: each.reason, decidedBy: each.decidedBy })}
                  {each.withdrawnWhy && ` ${t('override.withdrawn-why', { reason: each.withdrawnWhy })}`}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Place({ override: { codes, service } }: { override: OverrideView }) {
  return codes[0] === undefined ? service : <Link to={agencyLink(`/municipalities/${codes[0]}`, {})}>{service}</Link>;
}
