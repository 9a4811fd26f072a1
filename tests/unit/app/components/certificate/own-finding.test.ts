import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { findingOf, heldCertificate } from '#app/components/certificate/own-finding.ts';
import type { CourseView } from '#app/use-cases/learning/course-view-of.server.ts';
import type { CertificateView } from '#app/use-cases/learning/see-course.server.ts';

const t = ((key: string, values?: object) =>
  `${key} ${JSON.stringify(values ?? {})}`) as unknown as TFunction<'adviser'>;
const certificate = (given: Partial<CertificateView>): CertificateView => ({
  number: '2026-00001',
  status: 'valid',
  validFrom: '2025-01-14',
  lastValidDay: '2027-01-13',
  renewsOn: '2026-10-14',
  today: '2026-11-24',
  daysLeft: 51,
  verifyCode: 'K7QM-4T9X-2HVD-W8RC',
  namePublic: false,
  title: { da: 'Vejleder', en: 'Adviser' },
  issuer: 'Prøvestyrelsen',
  checkUrl: 'https://vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC',
  looks: { all: 0, recent: 0 },
  events: [],
  badge: [],
  ...given,
});
const course = (state: string, done = 1): CourseView => ({ state, done, needed: 2 }) as unknown as CourseView;

test.each(['valid', 'renewal-open', 'expired', 'revoked', 'suspended'] as const)(
  'whoever has a certificate reads first that it is %s',
  (status) => {
    const { title, lead } = findingOf(
      t,
      'da',
      {
        course: course('certified', 2),
        certificates: [certificate({ status, stopped: { on: '2026-08-01', reason: '' } })],
      },
      'Vera Eksempel',
    );
    expect(title).toMatch(`finding.${status} `);
    expect(title).toContain('"count":51');
    expect(lead).toContain('"last":"13. januar 2027"');
  },
);

test('a certificate is greeted for two weeks, by the first name of whoever earned it', () => {
  const finding = (validFrom: string) =>
    findingOf(t, 'da', { course: course('certified'), certificates: [certificate({ validFrom })] }, 'Vera Eksempel');
  expect(finding('2026-11-24').title).toBe('earned.title {"name":"Vera"}');
  expect(finding('2026-11-11').title).toMatch('earned.title');
  expect(finding('2026-11-10').title).toMatch('finding.valid');
});

test('a certificate that is valid today comes before a later one that is not', () => {
  const certificates = [certificate({ number: '2', status: 'revoked' }), certificate({ number: '1' })];
  expect(heldCertificate(course('certified'), certificates)?.number).toBe('1');
  expect(heldCertificate(course('certified'), [certificates[0]!])?.number).toBe('2');
});

test('somebody on a new course reads how far they are, whatever certificate they had', () => {
  const finding = findingOf(
    t,
    'da',
    { course: course('active'), certificates: [certificate({ status: 'expired' })] },
    'Vera',
  );
  expect(finding.title).toMatch('path.title');
  expect(finding.lead).toBe('path.lead {"done":1,"needed":2,"left":1}');
});

test.each(['withdrawn', 'lapsed', 'failed', 'closed-failed', 'annulled'])(
  'a course that is %s has nothing left to do',
  (state) => {
    expect(findingOf(t, 'da', { course: course(state), certificates: [] }, 'Vera').lead).toMatch('path.lead-ended');
  },
);
