import { useTranslation } from 'react-i18next';
import { VerdictMark } from '#app/components/quiz/verdict-mark.tsx';
import type { Dialogue } from '#curriculum/content/dialogues/dialogue.ts';

const marks = { good: 'right', partly: 'partly', poor: 'wrong' } as const;

/** Every place of a dialogue at once: what is said, what may be replied, what each reply leads to and is judged as. */
export function WholeDialogue({ id, dialogue, told }: { id: string; dialogue: Dialogue; told: 'da' | 'en' }) {
  const { t } = useTranslation('leader');
  const { t: adviser } = useTranslation('adviser');
  const names = Object.keys(dialogue.nodes);
  // It begins where it starts, whichever place the file names first.
  const order = [dialogue.start, ...names.filter((name) => name !== dialogue.start)];
  const numberOf = (name: string) => order.indexOf(name) + 1;
  return (
    <details className="disclosure">
      <summary>{t('draft.whole-dialogue', { count: order.length })}</summary>
      {order.map((name) => {
        const { says, hint, replies = [], end } = dialogue.nodes[name]!;
        return (
          <section key={name} id={`${id}-${name}`} aria-labelledby={`${id}-${name}-title`} className="space-6">
            <h4 id={`${id}-${name}-title`}>
              {t('draft.place', { number: numberOf(name) })}
              {end && (
                <>
                  {' '}
                  · {t('draft.end')} <span lang={told}>{end.title}</span>
                </>
              )}
            </h4>
            <div lang={told}>
              {says.map(({ who, text }) => (
                <p key={text}>
                  <b>{dialogue.people[who]}:</b> {text}
                </p>
              ))}
              {end && <p>{end.text}</p>}
            </div>
            {hint && (
              <p>
                <b>{adviser('quiz.hint')}</b> <span lang={told}>{hint}</span>
              </p>
            )}
            {replies.length > 0 && (
              <ul className="plain-list reply-list">
                {replies.map((reply) => (
                  <li key={reply.id}>
                    <VerdictMark verdict={marks[reply.verdict]} />
                    <div>
                      <p>
                        <b>{adviser(`dialogue.verdict.${reply.verdict}`)}:</b> <span lang={told}>{reply.text}</span>
                      </p>
                      <p className="muted" lang={told}>
                        {reply.consequence} {reply.why}
                      </p>
                      <p>
                        <a className="text-link" href={`#${id}-${reply.next}`}>
                          {t('draft.leads-to', { number: numberOf(reply.next) })}
                        </a>
                      </p>
                    </div>
                  </li>
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </details>
  );
}
