import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import type { Waiting } from '#app/use-cases/rollout/board/see-rollout.server.ts';
import { formatDay } from '#app/words/format.ts';

type Props = {
  language: 'da' | 'en';
  title: string;
  demo: boolean;
  day: string;
  next: { id: string; name: string; opensOn: string } | undefined;
  waiting: Waiting | null;
  maySee: boolean;
};

/** The answer about the wave that opens next, and beside it what to do now. */
export function RolloutHead({ language, title, demo, day, next, waiting, maySee }: Props) {
  const { t } = useTranslation('rollout');
  return (
    <div className="columns">
      <div>
        <p className="overline space-6">{t('as-of', { day: formatDay(language, day) })}</p>
        <h1>{title}</h1>
        <p className="lead">
          {next && t('opens', { wave: next.name, day: formatDay(language, next.opensOn) })}{' '}
          {demo && <span className="tag tag-example">{t('demo')}</span>}
        </p>
      </div>
      {maySee && waiting && !waiting.mine && (
        <section className="next-action" aria-labelledby="next">
          <p className="overline">{t('next.title')}</p>
          <h2 className="h3" id="next">
            {t('next.sign', { wave: waiting.wave })}
          </h2>
          <p>
            {waiting.signedBy.length > 0 ? t('next.signed-by', { who: waiting.signedBy.join(', ') }) : t('next.nobody')}
          </p>
          <div className="actions">
            <Link className="button button-primary" to={`/rollout/waves/${waiting.waveId}/sign-off`}>
              {t('next.sign-do')}
            </Link>
          </div>
        </section>
      )}
      {maySee && !(waiting && !waiting.mine) && (
        <section className="next-action" aria-labelledby="next">
          <p className="overline">{t('next.title')}</p>
          <h2 className="h3" id="next">
            {t(next ? 'next.wave' : 'next.make', { wave: next?.name })}
          </h2>
          <p>{t(next ? 'next.wave-what' : 'next.make-what')}</p>
          <div className="actions">
            <Link className="button button-primary" to={`/rollout/waves/${next?.id ?? 'new'}`}>
              {t(next ? 'next.wave-do' : 'wave.new')}
            </Link>
          </div>
        </section>
      )}
    </div>
  );
}
