import { useTranslation } from 'react-i18next';
import type { AskPreview } from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  preview: AskPreview;
  gates: readonly { key: string; short: string }[];
};

/** Who gets a letter, the text of the first one, and who gets none and why. */
export function AskPreviewPart({ language, preview, gates }: Props) {
  const { t } = useTranslation('evidence');
  const shorts = new Map(gates.map(({ key, short }) => [key, short]));
  const { letters, askedLately, withoutContact, text } = preview;
  return (
    <div className="panel space-5" role="status">
      <p>
        <b>{t('ask.goes-to', { count: letters.length })}</b>
      </p>
      <details className="disclosure">
        <summary>{t('ask.who')}</summary>
        <ul>
          {letters.map(({ personId, name, service, gates: asked }) => (
            <li key={`${personId} ${service}`}>
              {name}, {service}: {asked.map((gate) => shorts.get(gate) ?? gate).join(', ')}
            </li>
          ))}
        </ul>
      </details>
      {withoutContact.length > 0 && (
        <p>{t('ask.without', { count: withoutContact.length, services: withoutContact.join(', ') })}</p>
      )}
      {askedLately.length > 0 && (
        <>
          <p>{t('ask.left-out', { count: askedLately.length })}</p>
          <ul>
            {askedLately.map(({ service, gate, askedOn }) => (
              <li key={`${service} ${gate}`}>
                {service}: {shorts.get(gate) ?? gate}. {t('asked-on', { day: formatDay(language, askedOn) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {text && (
        <>
          <p>
            <b>{text.subject}</b>
          </p>
          <p className="letter-text">{text.body}</p>
        </>
      )}
    </div>
  );
}
