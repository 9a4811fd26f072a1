import type { CredentialKey } from '#certificates/badge/credential-key.ts';
import type {
  AttendanceData,
  BadgeData,
  CertificateData,
  PrintedData,
  StepMark,
} from '#certificates/certificate-data.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import type { SigningKey } from '#certificates/signing/signing-key.ts';

const steps: StepMark[] = ['lesson', 'practical', 'lesson', 'quiz', 'lesson', 'day', 'practical', 'quiz'];

export const danish: CertificateData = {
  language: 'da',
  number: '2026-00417',
  name: 'Åse Bjørk Eksempel',
  issuer: 'Styrelsen for Eksempler',
  course: 'Vejleder i digital selvbetjening for borgere og virksomheder',
  edition: '2026.1',
  evidence: ['en afsluttende prøve', 'to bedømte opgaver', 'en kursusdag'],
  steps,
  validFrom: '2026-11-17',
  lastValidDay: '2028-11-16',
  issuedOn: '2026-11-18',
  issuedAt: '2026-11-18T09:30:00.000Z',
  library: 'Herning Bibliotekerne, 765700',
  verifyUrl: 'https://vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC',
  demo: false,
};

export const english: CertificateData = {
  ...danish,
  language: 'en',
  issuer: 'Agency for Examples',
  course: 'Adviser in digital self-service for citizens and businesses',
  evidence: ['a final quiz', 'two graded practicals', 'one course day'],
  library: 'Herning Public Library, 765700',
  verifyUrl: `${danish.verifyUrl}?lang=en`,
};

/** The same person was there, and has passed nothing. */
export const attendance = {
  da: attendanceOf(danish, { evidence: ['6 lektioner', 'en kursusdag'] }),
  en: attendanceOf(english, { evidence: ['6 lessons', '2 course days'], days: ['2026-12-03', '2026-12-10'] }),
};

function attendanceOf(
  { validFrom: _from, lastValidDay: _until, variant: _variant, ...paper }: CertificateData,
  more: Partial<AttendanceData>,
): AttendanceData {
  const own = { number: 'D2026-00093', days: ['2026-12-03'], steps: ['lesson', 'lesson', 'day'] as StepMark[] };
  return { ...paper, ...own, variant: 'attendance', ...more };
}

export async function bytesOf(data: PrintedData, key?: SigningKey, credentialKey?: CredentialKey): Promise<Uint8Array> {
  const drawn = await drawCertificate(data, { key, credentialKey });
  if (!drawn.ok) throw new Error(drawn.reason);
  return drawn.bytes;
}

export const badge: BadgeData = {
  site: 'https://vejlederbevis.example',
  course: 'it-paedagogisk-vejleder',
  statusIndex: 93_417,
  learned: {
    always: ['Den it-pædagogiske metode', 'Moms i TastSelv Erhverv'],
    choices: [{ n: 1, of: ['Dybde: moms', 'Dybde: NemRefusion'] }],
    minutes: 330,
  },
  validFrom: '2026-11-17T00:00:00+01:00',
  validUntil: '2028-11-16T23:59:59+01:00',
};
