import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { NodeMark } from '#app/components/course-line/node-mark.tsx';
import type { NeighbourView } from '#app/use-cases/learning/see-step.server.ts';

type Props = {
  enrolmentId: string;
  before: NeighbourView | undefined;
  after: NeighbourView | undefined;
  language: 'da' | 'en';
};

/** The steps before and after a lesson. One that is closed says so; its page says what to do first. */
export function Neighbours({ enrolmentId, before, after, language }: Props) {
  const { t } = useTranslation('adviser');
  const link = (step: NeighbourView, which: 'before' | 'after') => (
    <Link
      {...(which === 'after' && { className: 'neighbours__after' })}
      to={`/enrolments/${enrolmentId}/steps/${step.id}`}
    >
      <NodeMark kind={step.kind} status={step.status} />
      <span>
        <small>
          {t(`neighbours.${which}`)}
          {step.status === 'closed' && ` · ${t('neighbours.closed')}`}
        </small>
        {step.title[language]}
      </span>
    </Link>
  );
  return (
    <nav className="neighbours only-screen" aria-label={t('neighbours.label')}>
      {before && link(before, 'before')}
      {after && link(after, 'after')}
    </nav>
  );
}
