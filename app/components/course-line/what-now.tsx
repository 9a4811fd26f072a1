import { useTranslation } from 'react-i18next';
import { Form } from '#app/components/base/form.tsx';
import { Icon } from '#app/components/base/icon.tsx';
import { Link } from '#app/components/base/link.tsx';
import { inGrace } from '#app/components/certificate/own-finding.ts';
import type { CertificateView } from '#app/use-cases/learning/see-course.server.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import { reasonText } from '#app/words/withheld-reason.ts';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import type { EnrolmentState } from '#curriculum/flow/enrolment-state.ts';
import type { CourseShown } from './course-shown.server.ts';
import { NextAction } from './next-action.tsx';
import { OpenStepList } from './open-steps.tsx';

type Language = 'da' | 'en';

type WayOn = { to: string; text: 'path.none-link' | 'path.contact-link' | 'path.log-link' | 'path.failed-link' };

/** The next link when a course has ended or is paused. If there is nothing to do, there is no button. */
const waysOn: { [State in EnrolmentState]?: WayOn } = {
  declined: { to: '/courses', text: 'path.none-link' },
  withdrawn: { to: '/courses', text: 'path.none-link' },
  lapsed: { to: '/courses', text: 'path.none-link' },
  'closed-failed': { to: '/courses', text: 'path.none-link' },
  attended: { to: '/courses', text: 'path.none-link' },
  annulled: { to: '/contact', text: 'path.contact-link' },
};
const waysOnWith = {
  valid: { to: '/guidance', text: 'path.log-link' },
  'renewal-open': { to: '/courses', text: 'path.none-link' },
  expired: { to: '/courses', text: 'path.none-link' },
  revoked: { to: '/contact', text: 'path.contact-link' },
} as const satisfies { [Status in CertificateStatus]?: WayOn };

/** The one next thing to do on the way to a certificate. */
export function WhatNow({ course, language }: { course: CourseShown; language: Language }) {
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const { t: way } = useTranslation('way');
  const { state, next, enrolmentId, about, choice } = course;
  if (state === 'enrolled') {
    return (
      <NextAction over={t('path.next')} title={t('path.start-title')} text={t('path.start-text')}>
        <Form method="post">
          <input type="hidden" name="enrolment" value={enrolmentId} />
          <button className="button button-primary" name="intent" value="start" type="submit">
            {t('path.start')}
          </button>
        </Form>
      </NextAction>
    );
  }
  if (choice && choice.of.length > 0)
    return (
      <NextAction
        over={t('path.next')}
        title={way('choose.title', { n: choice.n, of: choice.of.length })}
        text={way('choose.text', { count: choice.n })}
      >
        <OpenStepList steps={choice.of} />
      </NextAction>
    );
  if (about && next) {
    const title = t(`action.${next.action}`, { step: about.title });
    const waits =
      about.state === 'returned' || about.state === 'rejected'
        ? t(`path.${about.state}-text`)
        : next.from
          ? t('path.from', { at: formatInstant(language, next.from) })
          : t(`action-text.${next.action}`, { minutes: about.minutes ?? 60 });
    return (
      <NextAction over={t('path.next')} title={title} text={waits}>
        <Link className="button button-primary" to={`/enrolments/${enrolmentId}/steps/${about.id}`}>
          {t(`action-button.${next.action}`)} <Icon name="right" />
        </Link>
      </NextAction>
    );
  }
  if (about?.status === 'waiting' && state === 'active')
    return (
      <NextAction
        over={t('path.next')}
        title={t('path.waiting-title', { step: about.title })}
        text={t('path.waiting-text')}
      />
    );
  const wayOn: WayOn | undefined =
    state === 'failed' && about
      ? { to: `/enrolments/${enrolmentId}/steps/${about.id}`, text: 'path.failed-link' }
      : waysOn[state];
  return (
    <NextAction
      over={t('path.next')}
      title={t(`life-title.${state}`)}
      text={t(state === 'assessed' && course.months === null ? 'life-text.assessed-attended' : `life-text.${state}`)}
      because={course.because && t('path.because', { reason: reasonText(common, course.because) })}
    >
      {wayOn && <WayOnLink {...wayOn} />}
    </NextAction>
  );
}

/** What the holder can do with a certificate, or after it has ended. */
export function WhatNowWith({ certificate, language }: { certificate: CertificateView; language: Language }) {
  const { t } = useTranslation('adviser');
  const { status, stopped, renewsUntil } = certificate;
  const known = status in waysOnWith ? (status as keyof typeof waysOnWith) : undefined;
  const wayOn: WayOn = known ? waysOnWith[known] : { to: '/contact', text: 'path.contact-link' };
  const said = inGrace(certificate) ? 'grace' : (known ?? 'other');
  return (
    <NextAction
      over={t('path.next')}
      title={t(`held-title.${said}`)}
      text={t(`held-text.${said}`, { closes: renewsUntil ? formatDay(language, renewsUntil) : '' })}
      because={stopped?.reason && t('path.because', { reason: stopped.reason })}
    >
      <WayOnLink {...wayOn} />
    </NextAction>
  );
}

function WayOnLink({ to, text }: WayOn) {
  const { t } = useTranslation('adviser');
  return (
    <Link className="button button-primary" to={to}>
      {t(text)} <Icon name="right" />
    </Link>
  );
}
