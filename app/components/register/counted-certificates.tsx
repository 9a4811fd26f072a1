import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink } from '#app/platform/agency-link.ts';

type Props = { counts: { issued: number; inForce: number; counted: number }; seesReadiness: boolean };

/** Which certificates this list counts, and how many of them the readiness counts; each number opens its list. */
export function CountedCertificates({ counts: { issued, inForce, counted }, seesReadiness }: Props) {
  const { t } = useTranslation('agency');
  const list = (narrowed: Record<string, string>) => agencyLink('/certificates', narrowed, 'table');
  return (
    <ul>
      <li>
        <Link to={list({})}>{t('certificates.issued-ever', { count: issued })}</Link>
      </li>
      <li>
        <Link to={list({ status: 'in-force' })}>{t('certificates.valid-today', { count: inForce })}</Link>
      </li>
      <li>
        <Link to={list({ counts: 'yes' })}>{t('certificates.staffing', { count: counted })}</Link>
        {seesReadiness && (
          <>
            {' · '}
            <Link to={agencyLink('/readiness', {})}>{t('certificates.see-readiness')}</Link>
          </>
        )}
      </li>
      {inForce > counted && (
        <li>
          <Link to={list({ counts: 'no' })}>{t('certificates.not-staffing', { count: inForce - counted })}</Link>
        </li>
      )}
    </ul>
  );
}
