import { useTranslation } from 'react-i18next';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import type { Feedback } from '#curriculum/quiz/feedback-of.ts';
import type { ExplainedPart } from '#curriculum/quiz/kinds/kind.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** The parts of an answer, each with its mark and word; what would have been right where that may be shown. */
export function ExplainedAnswer({ feedback: { verdict, options, said, parts, noted } }: { feedback: Feedback }) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  return (
    <>
      {said && (
        <>
          <p>
            {said.answer ? (
              <>
                {t('quiz.you-said')} <Text>{said.answer}</Text>.
              </>
            ) : (
              t('quiz.nothing')
            )}
            {said.expected !== undefined && (
              <>
                {' '}
                {t('quiz.expected')} <b lang={lang}>{said.expected}</b>
              </>
            )}
          </p>
          <p className="muted" lang={lang}>
            {said.feedback}
          </p>
        </>
      )}
      {options.length > 0 && (
        <ul>
          {options.map((option) => (
            <li key={option.text}>
              <Text>{option.text}</Text>{' '}
              <b>
                (
                {[option.chosen ? t('quiz.chosen') : '', option.correct ? t('quiz.correct') : t('quiz.incorrect')]
                  .filter(Boolean)
                  .join(', ')}
                )
              </b>
              <br />
              <span className="muted" lang={lang}>
                {option.feedback}
              </span>
            </li>
          ))}
        </ul>
      )}
      {parts && (
        <>
          <p className="muted" lang={lang}>
            {parts.feedback}
          </p>
          <ul className="explained">
            {parts.each.map((part) => (
              <Part key={part.text} part={part} />
            ))}
          </ul>
        </>
      )}
      {verdict === 'noted' && (
        <p>
          {noted ? (
            <>
              {t('quiz.you-said')} <Text>{noted}</Text>.
            </>
          ) : (
            t('quiz.nothing')
          )}
        </p>
      )}
    </>
  );
}

function Part({ part: { text, given, mark, expected } }: { part: ExplainedPart }) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  return (
    <li>
      <VerdictMark verdict={mark} />
      <p>
        <b>{t(`quiz.part.${mark}`)}:</b> <Text>{text}</Text>{' '}
        {given && (
          <>
            <span aria-hidden="true">→</span> <b lang={lang}>{given}</b>
          </>
        )}
        {mark !== 'right' && expected && (
          <span className="explained__right">
            {t('quiz.expected')} <b lang={lang}>{expected}</b>
          </span>
        )}
      </p>
    </li>
  );
}
