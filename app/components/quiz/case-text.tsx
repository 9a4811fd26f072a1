import { useTranslation } from 'react-i18next';
import { useTextLanguage } from '#app/components/base/text-language.tsx';

/** The case that a question asks about. It stands above each question of the case. */
export function CaseText({ title, text }: { title: string; text: string }) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  return (
    <div className="case">
      <p className="overline">{t('quiz.case-text')}</p>
      <div lang={lang}>
        <p>
          <b>{title}</b>
        </p>
        {text.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </div>
  );
}
