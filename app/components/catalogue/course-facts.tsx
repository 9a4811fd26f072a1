import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import type { CatalogueView } from '#app/use-cases/catalogue/see-catalogue.server.ts';
import { formatNumber } from '#app/words/format.ts';

type Props = { course: CatalogueView['courses'][number]; language: 'da' | 'en' };

/** What a course costs in time, and how long its certificate is valid. */
export function CourseFacts({ course, language }: Props) {
  const { t } = useTranslation('catalogue');
  const hours = formatNumber(language, Math.round(course.minutes / 30) / 2, 1);
  return (
    <Facts
      rows={[
        ...(course.minutes > 0 ? ([[t('home'), t('hours', { hours })]] as const) : []),
        [t('together'), course.courseDays > 0 ? t('days', { count: course.courseDays }) : t('no-days')],
        [t('steps'), String(course.steps)],
        course.months === null
          ? [t('gives'), t('gives-attended')]
          : [t('valid'), t('months', { count: course.months })],
      ]}
    />
  );
}
