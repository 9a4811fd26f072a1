import { useTranslation } from 'react-i18next';
import type { Feedback } from '#curriculum/quiz/feedback-of.ts';
import type { ExplainedPart } from '#curriculum/quiz/kinds/kind.ts';
import { VerdictMark } from './verdict-mark.tsx';

/** The parts of an answer, each with its mark and word; what would have been right where that may be shown. */
export function ExplainedAnswer({ feedback: { verdict, options, said, parts, noted } }: { feedback: Feedback }) {
  const { t } = useTranslation('adviser');
  return (
    <>
      {said && (
        <>
          <p>
            {said.answer ? (
              <>
                {t('quiz.you-said')} <span lang="da">{said.answer}</span>.
              </>
            ) : (
              t('quiz.nothing')
            )}
            {said.expected !== undefined && (
              <>
                {' '}
                {t('quiz.expected')} <b lang="da">{said.expected}</b>
              </>
            )}
          </p>
          <p className="muted" lang="da">
            {said.feedback}
          </p>
        </>
      )}
      {options.length > 0 && (
        <ul>
          {options.map((option) => (
            <li key={option.text}>
              <span lang="da">{option.text}</span>{' '}
              <b>
                (
                {[option.chosen ? t('quiz.chosen') : '', option.correct ? t('quiz.correct') : t('quiz.incorrect')]
                  .filter(Boolean)
                  .join(', ')}
                )
              </b>
              <br />
              <span className="muted" lang="da">
                {option.feedback}
              </span>
            </li>
          ))}
        </ul>
      )}
      {parts && (
        <>
          <p className="muted" lang="da">
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
              {t('quiz.you-said')} <span lang="da">{noted}</span>.
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
  const { t } = useTranslation('adviser');
  return (
    <li>
      <VerdictMark verdict={mark} />
      <p>
        <b>{t(`quiz.part.${mark}`)}:</b> <span lang="da">{text}</span>{' '}
        {given && (
          <>
            <span aria-hidden="true">→</span> <b lang="da">{given}</b>
          </>
        )}
        {mark !== 'right' && expected && (
          <span className="explained__right">
            {t('quiz.expected')} <b lang="da">{expected}</b>
          </span>
        )}
      </p>
    </li>
  );
}
