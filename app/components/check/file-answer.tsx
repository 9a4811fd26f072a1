import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '#app/components/base/message.tsx';
import { HatchPatterns, StatusMark } from '#app/components/base/status-mark.tsx';
import { Seal, type SealRing, sealMarks, UnknownSeal } from '#app/components/certificate/seal.tsx';
import type {
  CheckedAttendance,
  CheckedCertificate,
} from '#app/use-cases/certificates/checking/check-certificate.server.ts';
import type { Brought, FileCheck } from '#app/use-cases/certificates/checking/file-checks-of.ts';
import type { CheckedReport, Verification } from '#app/use-cases/certificates/checking/verification.ts';
import { formatDay, formatInstant } from '#app/words/format.ts';
import { AttendanceFacts } from './attendance-facts.tsx';
import { CertificateFacts } from './certificate-facts.tsx';
import { ReportFacts } from './report-facts.tsx';

export type FileAnswerView = {
  verdict: Verification['verdict'];
  checkedAt: string;
  brought: Brought;
  /** Each check, and why it failed or was not made. */
  checks: (FileCheck & { why?: string })[];
  signed?: { at: string; by: string; stampedAt?: string | undefined };
  /** What the register says about the certificate, if the file is one that was issued. */
  known?: { certificate: CheckedCertificate; code: string; rings: SealRing[] };
  /** What the register says about a proof of attendance, if the file is one that was issued. */
  attended?: { attendance: CheckedAttendance; code: string };
  /** What the register says about a report, if the file is one. */
  report?: CheckedReport;
};

const edges = {
  valid: '',
  'not-valid-now': 'check--invalid',
  'not-genuine': 'check--invalid',
  unchecked: 'check--unknown',
  attendance: 'check--unknown',
  report: 'check--unknown',
} as const;
/** A genuine proof of attendance is shown as neutral: nothing is wrong with it, but it is not a certificate. */
const saidOf = ({ verdict, attended, report }: FileAnswerView) =>
  verdict !== 'not-valid-now' ? verdict : report ? 'report' : attended ? 'attendance' : verdict;
const values = { good: 'opfyldt', bad: 'ikke-opfyldt', unknown: 'ukendt' } as const;

/** The answer about a file: one of four verdicts, then the checks that were made, then what the register says. */
export function FileAnswer({ answer, language }: { answer: FileAnswerView; language: 'da' | 'en' }) {
  const { t } = useTranslation('public');
  const { verdict, checkedAt, brought, checks, signed, known, attended, report } = answer;
  // A badge by itself has no page to be compared with.
  const called = (is: FileCheck['is']) => (is === 'badge' && brought === 'badge' ? 'badge-alone' : is);
  const genuine = verdict === 'valid' || verdict === 'not-valid-now';
  const said = saidOf(answer);
  const demo = known?.certificate.demo || attended?.attendance.demo;
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader announces the answer to each file, even when it is the same as the previous one.
  useEffect(() => {
    heading.current?.focus();
    const before = document.title;
    document.title = `${t(`check.answer.${saidOf(answer)}`)} – Vejlederbevis`;
    return () => {
      document.title = before;
    };
  }, [answer, t]);
  const day = (text: string | undefined) => (text ? formatDay(language, text) : '');
  const status = known?.certificate.status;
  const statusText =
    known && status
      ? t(`verify.${status}.text`, {
          until: day(known.certificate.lastValidDay),
          from: day(known.certificate.validFrom),
          on: day(known.certificate.changedOn),
        })
      : '';
  const holder = known?.certificate ?? attended?.attendance;
  const reasons = checks.flatMap(({ why }) => why ?? []);
  return (
    <section className={`check ${edges[said]}`} aria-labelledby="answer">
      <p className="overline">{t('check.file.over', { at: formatInstant(language, checkedAt) })}</p>
      <div className="check__head">
        {known && genuine ? (
          <Seal rings={known.rings} mark={sealMarks[known.certificate.status]} filled={verdict === 'valid'} />
        ) : (
          <UnknownSeal
            mark={said === 'not-genuine' ? 'cross' : said === 'attendance' || said === 'report' ? 'dash' : 'question'}
          />
        )}
        <div>
          <h1 id="answer" tabIndex={-1} ref={heading}>
            {t(`check.answer.${said}`)}
          </h1>
          <p className="lead">
            {said === 'attendance'
              ? t('verify.attendance.text')
              : said === 'report'
                ? t('check.answer.report-text')
                : genuine
                  ? statusText
                  : reasons.join(' ')}
          </p>
          {holder && (
            <p>
              {t('check.file.holder', { name: holder.name })}
              {signed && ` ${t('check.file.signed', { at: formatInstant(language, signed.at), by: signed.by })}`}
            </p>
          )}
        </div>
      </div>
      {demo && <Message tone="warning" lead={t('verify.demo')} />}
      {verdict === 'not-genuine' && <p className="space-5">{t('check.answer.not-genuine-way')}</p>}
      {verdict === 'unchecked' && <p className="space-5">{t('check.answer.unchecked-way')}</p>}
      <h2 className="space-6">{t('check.file.looked')}</h2>
      <ul className="gates">
        {checks.map(({ is, found, why }) => (
          <li key={is}>
            <StatusMark value={values[found]} word={t(`check.found.${found}`)} />
            <div>
              <h3>{t(`check.kind.${called(is)}`)}</h3>
              <p>{why ?? (found !== 'bad' && t(`check.${found}.${called(is)}`))}</p>
              {(is === 'signature' || called(is) === 'badge-alone') && found === 'good' && signed && (
                <p className="evidence">
                  {t('check.file.signed', { at: formatInstant(language, signed.at), by: signed.by })}{' '}
                  {signed.stampedAt && t('check.file.stamped', { at: formatInstant(language, signed.stampedAt) })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {report && (
        <>
          <h2 className="space-6">{t('check.file.register')}</h2>
          <ReportFacts report={report} language={language} />
        </>
      )}
      {attended && (
        <>
          <h2 className="space-6">{t('check.file.register')}</h2>
          {!genuine && <p>{t('verify.attendance.text')}</p>}
          <AttendanceFacts {...attended} language={language} />
        </>
      )}
      {known && (
        <>
          <h2 className="space-6">{t('check.file.register')}</h2>
          {!genuine && status && (
            <p>
              {t(`verify.${status}.title`)}. {statusText}
            </p>
          )}
          <CertificateFacts certificate={known.certificate} code={known.code} language={language} />
        </>
      )}
      <HatchPatterns />
    </section>
  );
}
