import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#app/words/make-words.ts';

const Told = createContext<Language>('da');

/** The language of the course text that is shown here. What is not translated is Danish, whatever the page is in. */
export const useTextLanguage = (): Language => useContext(Told);

/** Shows course text that is in this language. */
export const TextLanguage = Told.Provider;

/** Says to whom reads the page in another language that this part of the course is not translated. */
export function NotTranslated({ told, language, what }: { told: Language; language: Language; what: NotTranslatedOf }) {
  const { t } = useTranslation('common');
  return told === language ? null : <p className="muted">{t(`not-translated.${what}`)}</p>;
}

type NotTranslatedOf = 'text' | 'question' | 'questions' | 'dialogue' | 'task';

/** Course text in the language it is told in. */
export function Text({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span lang={useTextLanguage()} className={className}>
      {children}
    </span>
  );
}
