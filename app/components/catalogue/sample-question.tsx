import { useTranslation } from 'react-i18next';
import { FieldError } from '#app/components/base/field-error.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Message } from '#app/components/base/message.tsx';
import type { CoursePresented } from '#app/use-cases/catalogue/see-course-presented.server.ts';

type Props = {
  question: NonNullable<CoursePresented['question']>;
  here: string;
  /** The form was sent without an answer. */
  isUnanswered: boolean;
  language: 'da' | 'en';
};

/** A question to try without signing in. It is a form that only reads, so it works without JavaScript and stores nothing. */
export function SampleQuestion({ question, here, isUnanswered, language }: Props) {
  const { t } = useTranslation('catalogue');
  const { text, options, answered } = question;
  return (
    <section className="space-7" aria-labelledby="try">
      <h2 id="try">{t('course.try')}</h2>
      <Form method="get" action={`${here}#try`} preventScrollReset>
        <input type="hidden" name="check" value="1" />
        <fieldset
          className={`form-group${isUnanswered ? ' form-error' : ''}`}
          aria-describedby={isUnanswered ? 'answer-error' : undefined}
        >
          <legend className="form-label">{text[language]}</legend>
          {isUnanswered && <FieldError id="answer" error={t('course.try-none')} />}
          <div className="answers">
            {options.map((option, at) => (
              <div className="answers__option" key={option.da}>
                <input
                  type="radio"
                  id={`answer-${at}`}
                  name="answer"
                  value={at}
                  defaultChecked={answered?.option === at}
                />
                <label htmlFor={`answer-${at}`}>{option[language]}</label>
              </div>
            ))}
          </div>
        </fieldset>
        <button className="button button-secondary" type="submit">
          {t('course.try-check')}
        </button>{' '}
        <span className="muted">{t('course.not-graded')}</span>
      </Form>
      {answered && (
        <div role="status" className="space-5">
          <Message
            tone={answered.isRight ? 'ok' : 'neutral'}
            lead={t(answered.isRight ? 'course.right' : 'course.wrong')}
          >
            <p>{answered.feedback[language]}</p>
            {!answered.isRight && <p>{t('course.the-answer', { answer: answered.right[language] })}</p>}
          </Message>
        </div>
      )}
    </section>
  );
}
