import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { useAnswerFocus } from '#app/components/base/use-answer-focus.ts';
import { agencyLink } from '#app/platform/agency-link.ts';
import type { AskPreview } from '#app/use-cases/readiness/evidence/asking/ask-for-evidence.server.ts';

type Props = { preview: AskPreview; gates: readonly { key: string; short: string }[] };

/** What was sent. */
export function Asked({ preview: { letters }, gates }: Props) {
  const { t } = useTranslation('evidence');
  const box = useAnswerFocus<HTMLElement>();
  const shorts = new Map(gates.map(({ key, short }) => [key, short]));
  return (
    <section ref={box} tabIndex={-1} className="space-6" aria-labelledby="asked">
      <h2 id="asked">{t('ask.sent', { count: letters.length })}</h2>
      <ul>
        {letters.map(({ personId, name, service, gates: asked }) => (
          <li key={`${personId} ${service}`}>
            {name}, {service}: {asked.map((gate) => shorts.get(gate) ?? gate).join(', ')}
          </li>
        ))}
      </ul>
      <p>
        <Link to={agencyLink('/readiness/ask', {})}>{t('ask.more')}</Link>
      </p>
    </section>
  );
}
