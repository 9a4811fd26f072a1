import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { MunicipalityView } from '#app/use-cases/readiness/see-municipality.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = { language: 'da' | 'en'; others: MunicipalityView['others'] };

/** Who comes later or has left, so that a planned move or a wrong last day can be put right. */
export function OtherStaff({ language, others }: Props) {
  const { t } = useTranslation('agency');
  if (others.length === 0) return null;
  return (
    <details className="disclosure space-5 only-screen">
      <summary>{t('work.others')}</summary>
      <ul>
        {others.map(({ id, name, library, from, leftOn }) => (
          <li key={`${id}${from}`}>
            <Link to={`/people/${id}/work`}>
              {leftOn
                ? t('work.left', { name, library, lastDay: formatDay(language, leftOn) })
                : t('work.comes', { name, library, from: formatDay(language, from) })}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
