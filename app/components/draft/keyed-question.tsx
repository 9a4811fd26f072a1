import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Text, TextLanguage } from '#app/components/base/text-language.tsx';
import { CaseText } from '#app/components/quiz/case-text.tsx';
import { VerdictMark } from '#app/components/quiz/verdict-mark.tsx';
import type { QuestionWithKey } from '#app/use-cases/drafts/question-with-key.ts';
import { formatList } from '#app/words/format.ts';

type Props = { question: QuestionWithKey; language: 'da' | 'en' };

/** A question with everything its file says: the key, what is said to each answer, and what it is for. */
export function KeyedQuestion({ question, language }: Props) {
  const { t } = useTranslation('leader');
  const { t: adviser } = useTranslation('adviser');
  const { text, options, expected, accept, parts, feedback, hint, goal, level, use, facts } = question;
  const about: [string, string][] = [];
  if (use) about.push([t('draft.for'), t(`draft.use.${use}`)]);
  if (goal) about.push([t('draft.goal'), goal[language]]);
  if (level) about.push([t('draft.level'), level[language]]);
  if (facts.length > 0) about.push([t('draft.facts'), formatList(language, facts)]);
  return (
    <TextLanguage value={question.language}>
      {question.case && <CaseText {...question.case} />}
      <p className="exercise__ask" lang={question.language}>
        {text}
      </p>
      {options.length > 0 && (
        <ul className="explained">
          {options.map((option) => (
            <li key={option.text}>
              <VerdictMark verdict={option.correct ? 'right' : 'wrong'} />
              <p>
                <b>{adviser(option.correct ? 'quiz.part.right' : 'quiz.part.wrong')}:</b> <Text>{option.text}</Text>
                <br />
                <Text className="muted">{option.feedback}</Text>
              </p>
            </li>
          ))}
        </ul>
      )}
      {parts.length > 0 && (
        <ul>
          {parts.map((part) => (
            <li key={part.text}>
              <Text>{part.text}</Text> <span aria-hidden="true">→</span> <b lang={question.language}>{part.expected}</b>
            </li>
          ))}
        </ul>
      )}
      {expected !== undefined && (
        <p>
          {adviser('quiz.expected')} <b lang={question.language}>{expected}</b>
        </p>
      )}
      {accept.length > 1 && (
        <p>
          {t('draft.accept')} <Text>{accept.join(' · ')}</Text>
        </p>
      )}
      {feedback &&
        (['right', 'partly', 'wrong'] as const).map(
          (verdict) =>
            feedback[verdict] !== undefined && (
              <p key={verdict}>
                <b>{t(`draft.said.${verdict}`)}</b> <Text>{feedback[verdict]}</Text>
              </p>
            ),
        )}
      {hint && (
        <p>
          <b>{adviser('quiz.hint')}</b> <Text>{hint}</Text>
        </p>
      )}
      {about.length > 0 && <Facts rows={about} />}
    </TextLanguage>
  );
}
