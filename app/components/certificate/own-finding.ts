import type { TFunction } from 'i18next';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import type { CertificateView, OwnCourse } from '#app/use-cases/learning/see-course.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import { isGood } from './good-certificate.ts';

const ended = new Set(['declined', 'withdrawn', 'lapsed', 'failed', 'appeal', 'closed-failed', 'annulled']);
const passed = new Set(['assessed', 'withheld', 'attended']);

/** The certificate to show once the course is over: the one that is good today, otherwise the latest. */
export function heldCertificate<Each extends CertificateView>(
  course: { state: string } | null | undefined,
  certificates: readonly Each[],
): Each | undefined {
  if (course?.state !== 'certified') return undefined;
  return certificates.find(({ status }) => isGood(status)) ?? certificates[0];
}

/** The first statement on the page: what the certificate is worth today, or how far away it is. */
export function findingOf(
  t: TFunction<'adviser'>,
  language: Language,
  own: Pick<OwnCourse, 'course' | 'certificates'>,
  name: string,
): { title: string; lead: string } {
  const held = heldCertificate(own.course, own.certificates);
  if (!held) return { title: t(titleKeyOf(own.course)), lead: own.course ? distance(t, own.course) : '' };
  const said = {
    count: held.daysLeft,
    last: formatDay(language, held.lastValidDay),
    first: formatDay(language, held.validFrom),
    renews: formatDay(language, held.renewsOn),
    closes: held.renewsUntil ? formatDay(language, held.renewsUntil) : '',
    on: held.stopped ? formatDay(language, held.stopped.on) : '',
  };
  if (isNew(held)) return { title: t('earned.title', { name: name.split(' ')[0] }), lead: t('earned.lead', said) };
  return {
    title: t(`finding.${held.status}`, said),
    lead: t(`finding-lead.${inGrace(held) ? 'grace' : held.status}`, said),
  };
}

/** A course that certifies nobody leads to a proof of attendance, and says when it was reached. */
function titleKeyOf(course: CourseView | undefined) {
  if (course?.state === 'attended') return 'path.done-attended';
  return course?.months === null ? 'path.title-attended' : 'path.title';
}

/** A certificate is new for two weeks: so long its page greets whoever earned it. */
export function isNew({ status, validFrom, today }: CertificateView): boolean {
  return status === 'valid' && Date.parse(today) - Date.parse(validFrom) < 14 * 86_400_000;
}

/** The certificate has expired but can still be renewed. */
export function inGrace({ status, renewsUntil, today }: CertificateView): boolean {
  return status === 'expired' && renewsUntil !== undefined && today <= renewsUntil;
}

/** The certificate is good today, or can still be renewed. */
export const stillCounts = (certificate: CertificateView): boolean =>
  isGood(certificate.status) || inGrace(certificate);

function distance(t: TFunction<'adviser'>, course: CourseView): string {
  const { done, needed } = course;
  if (passed.has(course.state)) return t('path.lead-all', { needed });
  return ended.has(course.state)
    ? t('path.lead-ended', { done, needed })
    : t('path.lead', { done, needed, left: needed - done });
}
