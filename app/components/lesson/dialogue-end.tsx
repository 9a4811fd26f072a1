import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { Text, useTextLanguage } from '#app/components/base/text-language.tsx';
import { VerdictMark } from '#app/components/quiz/verdict-mark.tsx';
import type { DialogueView } from '#app/use-cases/learning/see-dialogue.server.ts';

type Props = { view: DialogueView; to: (way: string) => string; lesson: string };

const marks = { good: 'right', partly: 'partly', poor: 'wrong' } as const;

/** How it went: each reply with its judgement, and a way back to it. */
export function DialogueEnd({ view, to, lesson }: Props) {
  const lang = useTextLanguage();
  const { t } = useTranslation('adviser');
  const { turns, found, ends } = view;
  // The last reply that could have been better is worth another visit; if all were good, the last one is.
  const again = turns.findLast(({ reply }) => reply.verdict !== 'good') ?? turns.at(-1)!;
  return (
    <>
      <section className="panel" aria-labelledby="next" id="now">
        <h2 className="h3" id="next">
          {t(found < ends.length ? 'dialogue.once-more' : 'dialogue.all-found')}
        </h2>
        <p>{t('dialogue.on-purpose')}</p>
        <p className="actions">
          <Link className="button button-primary" to={to(again.before)}>
            {t('dialogue.back-to', { number: turns.indexOf(again) + 1 })}
          </Link>
          <Link className="text-link" to={lesson}>
            {t('dialogue.to-lesson')}
          </Link>
        </p>
      </section>
      <section aria-labelledby="replies">
        <h2 className="h3" id="replies">
          {t('dialogue.your-replies')}
        </h2>
        <ol className="plain-list reply-list">
          {turns.map(({ before, reply }, at) => (
            <li key={`${before}.`}>
              <VerdictMark verdict={marks[reply.verdict]} />
              <div>
                <p>
                  <b>{t(`dialogue.verdict.${reply.verdict}`)}:</b>{' '}
                  <Text>
                    {at + 1}. {reply.text}
                  </Text>
                </p>
                <p className="muted" lang={lang}>
                  {reply.consequence} {reply.why}
                </p>
                <p className="only-screen">
                  <Link
                    className="text-link"
                    to={to(before)}
                    aria-label={t('dialogue.choose-other-at', { number: at + 1 })}
                  >
                    {t('dialogue.choose-other')}
                  </Link>
                </p>
              </div>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
