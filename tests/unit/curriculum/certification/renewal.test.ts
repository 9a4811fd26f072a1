import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '#app/platform/catalogue.server.ts';
import type { CertificateStatus } from '#curriculum/certification/certificate-status.ts';
import { certificateTitleOf, certificationOf, opensFor, renewalOf } from '#curriculum/certification/renewal.ts';
import type { Course } from '#curriculum/flow/course.ts';

const loaded = loadCatalogue(process.cwd());
if (!loaded.ok) throw new Error('no catalogue');
const renewing = loaded.catalogue.find('fornyelse', '2026.1')!.course;
const course = loaded.catalogue.find('it-paedagogisk-vejleder', '2026.1')!.course;
const held = (status: CertificateStatus, edition = '2026.1') => ({ edition, valid_until: '2029-05-31', status });
const asked = (day: string, ...certificates: ReturnType<typeof held>[]) =>
  renewalOf(renewing, certificates, [course, renewing], day);

test('a certificate of a renewal course certifies the course that it renews', () => {
  expect([certificationOf(renewing), certificationOf(course)]).toEqual([course.id, course.id]);
  expect([certificateTitleOf(renewing), certificateTitleOf(course)]).toEqual([course.title, course.title]);
});

describe('a certificate can be renewed', () => {
  const days = { opens: '2029-02-28', closes: '2029-08-30' };
  test.each([
    ['2029-02-27', { can: false, because: 'too-early', ...days }],
    ['2029-02-28', { can: true, ...days }],
    ['2029-05-31', { can: true, ...days }],
    ['2029-08-30', { can: true, ...days }],
    ['2029-08-31', { can: false, because: 'grace-over', ...days }],
  ])('from three months before the end until the last day of the grace period: %s', (day, answer) =>
    expect(asked(day, held('valid'))).toEqual(answer),
  );

  test('if it is neither revoked nor suspended, and the newest certificate counts', () => {
    const day = '2029-05-01';
    expect(asked(day)).toEqual({ can: false, because: 'no-certificate' });
    expect(asked(day, held('revoked'))).toEqual({ can: false, because: 'no-certificate' });
    expect(asked(day, held('suspended'))).toEqual({ can: false, because: 'suspended' });
    expect(asked(day, held('renewal-open'), held('replaced'))).toMatchObject({ can: true });
    expect(asked(day, held('replaced'), held('superseded'))).toEqual({ can: false, because: 'no-certificate' });
  });

  test('earlier if a new edition allows that for the editions it names', () => {
    const newer: Course = { ...course, edition: '2028.1', opensRenewal: { from: '2028-03-01', of: ['2026.1'] } };
    expect(opensFor(held('valid'), course.id, [course, newer])).toBe('2028-03-01');
    expect(opensFor(held('valid', '2027.1'), course.id, [course, newer])).toBe('2029-02-28');
    const late: Course = { ...newer, opensRenewal: { from: '2029-04-01', of: ['2026.1'] } };
    expect(opensFor(held('valid'), course.id, [course, late])).toBe('2029-02-28');
    const other: Course = { ...newer, id: 'another' };
    expect(opensFor(held('valid'), course.id, [course, other])).toBe('2029-02-28');
  });
});
