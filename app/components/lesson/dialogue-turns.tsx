import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '#app/components/base/field-error.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import type { DialogueView } from '#app/use-cases/learning/see-dialogue.server.ts';
import { MoodFace } from './mood-face.tsx';

type Props = { view: DialogueView; here: string; to: (way: string) => string; error: string | undefined };

/** What was said until now, with a link back to each reply, and the replies to choose from. */
export function DialogueTurns({ view, here, to, error }: Props) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  return (
    <>
      <ol className="speech-list" aria-label={t('dialogue.until-now')}>
        {view.turns.map(({ says, before, reply }) => (
          <Fragment key={`${before}.`}>
            <Says says={says} />
            <li className="speech speech--own">
              <p className="speech__who">{t('dialogue.you')}</p>
              <p className="speech__text" lang={lang}>
                {reply.text}
              </p>
              <p className="only-screen">
                <Link className="text-link" to={to(before)}>
                  {t('dialogue.back-here')}
                </Link>
              </p>
            </li>
            <li className="speech-scene" lang={lang}>
              {reply.consequence}
            </li>
          </Fragment>
        ))}
        <Says says={view.says} id="now" />
      </ol>
      <Form method="post" action={`${here}${view.way && `?way=${view.way}`}`} key={view.way} noValidate>
        <fieldset className="field">
          <legend>
            <h2 className="h3">{t('dialogue.what-now')}</h2>
          </legend>
          {error && <FieldError id="reply" error={error} />}
          <div className="answers">
            {view.replies.map(({ id, text, tried }, at) => (
              <div className="answers__option" key={id}>
                <input type="radio" name="reply" id={at === 0 ? 'reply' : `reply-${at + 1}`} value={id} />
                <label htmlFor={at === 0 ? 'reply' : `reply-${at + 1}`}>
                  <Text>{text}</Text>
                  {tried && (
                    <>
                      <br />
                      <span className="muted">{t('dialogue.tried-this')}</span>
                    </>
                  )}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <div className="actions">
          <button className="button button-primary" type="submit">
            {t('dialogue.say')}
          </button>
        </div>
        {view.hint && (
          <details className="disclosure">
            <summary>{t('dialogue.hint')}</summary>
            <p lang={lang}>{view.hint}</p>
          </details>
        )}
      </Form>
    </>
  );
}

function Says({ says, id }: { says: DialogueView['says']; id?: string }) {
  const lang = useTextLanguage();
  return (
    <>
      {says.map(({ who, text, mood }, at) => (
        <li className="speech" key={text} id={at === 0 ? id : undefined}>
          <p className="speech__who" lang={lang}>
            {who}
          </p>
          <p className="speech__text" lang={lang}>
            {text}
          </p>
          {mood && <MoodFace mood={mood} who={who} />}
        </li>
      ))}
    </>
  );
}
