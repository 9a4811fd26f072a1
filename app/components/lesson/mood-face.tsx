import { useTranslation } from 'react-i18next';
import type { Mood } from '#curriculum/content/dialogues/dialogue.ts';

const faces: Record<Mood, string> = {
  upset: 'M14 14l7 4M34 14l-7 4M14 35c5-7 15-7 20 0',
  pressed: 'M14 17l6 2M34 17l-6 2M15 32c5-4 13-4 18 0',
  waiting: 'M14 17h6M28 17h6M16 32h16',
  calmer: 'M14 17c2-1 4-1 6 0M28 17c2-1 4-1 6 0M15 30c5 4 13 4 18 0',
  confident: 'M14 17c2-2 4-2 6 0M28 17c2-2 4-2 6 0M13 28c5 9 17 9 22 0z',
};

/** How somebody feels: a face and the word. */
export function MoodFace({ mood, who }: { mood: Mood; who: string }) {
  const { t } = useTranslation('adviser');
  return (
    <p className="speech__mood">
      <svg viewBox="0 0 48 48" width="28" height="28" aria-hidden="true">
        <g fill="none" stroke="var(--petrol)" strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
          <circle cx="24" cy="24" r="21" fill="var(--white)" />
          <path d="M17 22.5v2M31 22.5v2" strokeWidth="3.6" />
          <path d={faces[mood]} />
        </g>
      </svg>
      <span>
        <span className="sr-only">{t('dialogue.mood-of', { who })}: </span>
        {t(`dialogue.mood.${mood}`)}
      </span>
    </p>
  );
}
