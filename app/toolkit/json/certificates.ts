import type { Distrusted } from '#app/platform/distrusted.server.ts';
import type { Verification } from '#app/use-cases/certificates/checking/verification.ts';
import type { Outcome } from './shared.ts';

type Key = {
  use: 'file' | 'badge';
  subject: string;
  kind: string;
  notBefore?: string | undefined;
  notAfter?: string | undefined;
  daysLeft?: number | undefined;
  ageDays?: number | undefined;
  warnings: string[];
};
type File = { number: string; language: string; sha256: string; file: string; put: string };
type Outcomes = Record<'issued' | 'had' | 'held-back' | 'letters-missing' | 'not-earned', number>;
type Issued = {
  enrolmentId: string;
  name: string;
  standing: string;
  number: string | null;
  because: string | null;
};
/** What the verbs of certificates print with `--json`. */
export const certificatesJson = {
  'certificates verify': ({ verdict, reasons, certificate, report }: Verification) => ({
    verdict,
    reasons: [...reasons],
    certificate: certificate && shownOf(certificate),
    report: report && reportOf(report),
  }),
  'certificates issue': (outcome: Outcome & { number?: string; because?: string; letters?: readonly string[] }) => ({
    ok: outcome.ok,
    number: outcome.number,
    reason: outcome.reason,
    because: outcome.because,
    letters: outcome.letters && [...outcome.letters],
  }),
  'certificates issue --dry-run': (people: readonly { enrolmentId: string; name: string; would: string }[]) => ({
    dryRun: true,
    people: people.map(({ enrolmentId, name, would }) => ({ enrolmentId, name, would })),
  }),
  'certificates issue --hold': (outcomes: Outcomes | null, people: readonly Issued[]) => ({
    dryRun: false,
    outcomes: outcomes && {
      issued: outcomes.issued,
      had: outcomes.had,
      'held-back': outcomes['held-back'],
      'letters-missing': outcomes['letters-missing'],
      'not-earned': outcomes['not-earned'],
    },
    people: people.map(({ enrolmentId, name, standing, number, because }) => ({
      enrolmentId,
      name,
      standing,
      number,
      because,
    })),
  }),
  'certificates export': (files: readonly File[], error?: string) => ({
    files: files.map(({ number, language, sha256, file, put }) => ({ number, language, sha256, file, put })),
    error,
  }),
  'certificates revoke|suspend|lift|reissue|replace': (outcome: Outcome & { number?: string; status?: string }) => ({
    ok: outcome.ok,
    number: outcome.number,
    reason: outcome.reason,
    status: outcome.status,
  }),
  /** The lists are printed as they are published: they are documents of their own, and proved. */
  'certificates status-list': (lists: readonly unknown[], error?: string) => ({ lists, error }),
  /** The same document as at its public address, or the reason why there is none. */
  'certificates signers': (list: { keys: readonly unknown[] }, error?: string) => ({ keys: list.keys, error }),
  'certificates keys': (keys: readonly Key[], error?: string) => ({
    keys: keys.map(({ use, subject, kind, notBefore, notAfter, daysLeft, ageDays, warnings }) => ({
      use,
      subject,
      kind,
      notBefore,
      notAfter,
      daysLeft,
      ageDays,
      warnings: [...warnings],
    })),
    error,
  }),
  'certificates keys distrust': (list: readonly Distrusted[]) => ({
    distrusted: list.map(({ sha256, from }) => ({ sha256, from })),
  }),
};

const reportOf = (report: NonNullable<Verification['report']>) => ({
  code: report.code,
  asOf: report.asOf,
  takenOn: report.takenOn,
  sha256: report.sha256,
  policyVersion: report.policyVersion,
  isAsStored: report.isAsStored,
  signedAt: report.signedAt,
  signedBy: report.signedBy,
});

const shownOf = (certificate: NonNullable<Verification['certificate']>) => ({
  number: certificate.number,
  code: certificate.code,
  kind: certificate.kind,
  status: certificate.status,
  name: certificate.name,
  nameIsFull: certificate.nameIsFull,
  nameMatches: certificate.nameMatches,
  course: certificate.course && { da: certificate.course.da, en: certificate.course.en },
  edition: certificate.edition,
  evidence: certificate.evidence && { da: certificate.evidence.da, en: certificate.evidence.en },
  issuedOn: certificate.issuedOn,
  validFrom: certificate.validFrom,
  lastValidDay: certificate.lastValidDay,
  changedOn: certificate.changedOn,
  days: certificate.days,
  chain: certificate.chain?.map(({ number, issuedOn, is, by }) => ({ number, issuedOn, is, by })),
  library: certificate.library,
  issuer: certificate.issuer,
  demo: certificate.demo,
  signedAt: certificate.signedAt,
  signedBy: certificate.signedBy,
  stampedAt: certificate.stampedAt,
  signers: certificate.signers,
  badge: certificate.badge,
  asOf: certificate.asOf,
});
