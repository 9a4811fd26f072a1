import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { Profile } from '#app/use-cases/people/see-profile.server.ts';
import { formatDay } from '#app/words/format.ts';

/** Whether somebody practises, with the way to the settings. */
export function OwnPractice({
  practice,
  language,
}: {
  practice: NonNullable<Profile['practice']>;
  language: 'da' | 'en';
}) {
  const { t } = useTranslation('practice');
  return (
    <section className="space-7" aria-labelledby="practice">
      <h2 id="practice">{t('profile.title')}</h2>
      <p>
        {practice.state === 'on'
          ? t('profile.on', {
              day: formatDay(language, practice.since),
              remind: t(`remind.${practice.remind}`).toLowerCase(),
            })
          : t(`profile.${practice.state}`)}
      </p>
      <p>
        <Link className="text-link" to="/practice">
          {t('profile.link')}
        </Link>
      </p>
    </section>
  );
}
