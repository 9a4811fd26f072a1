import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; place: Pick<MunicipalityView, 'serviceId' | 'override' | 'mayOverride'> };

/** The override that holds on the day, beside the verdict, and the way to give one or to end it. */
export function OverrideInForce({ language, place: { serviceId, override, mayOverride } }: Props) {
  const { t } = useTranslation('policy');
  if (!override && !mayOverride) return null;
  return (
    <section className="space-7" aria-labelledby="override">
      <h2 id="override">{t('override.one')}</h2>
      {override ? (
        <>
          <p>
            {t('override.standing.in-force', {
              from: formatDay(language, override.from),
              lastDay: formatDay(language, override.lastDay),
            })}{' '}
            {t('override.changes-nothing')}
          </p>
          <p>{t('override.why', { reason: override.reason, decidedBy: override.decidedBy })}</p>
        </>
      ) : (
        <p>{t('override.none')}</p>
      )}
      {mayOverride && (
        <p className="only-screen">
          <Link to={agencyLink('/readiness/overrides', { service: serviceId })}>
            {t(override ? 'override.see' : 'override.give')}
          </Link>
        </p>
      )}
    </section>
  );
}
