import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { formatDay } from '#app/words/format.ts';

type Report = {
  code: string;
  asOf?: string | undefined;
  takenOn?: string | undefined;
  policyVersion?: string | undefined;
  sha256?: string | undefined;
  isAsStored?: boolean | undefined;
  ready?: { count: number; of: number } | null;
};

/** What is known of a report: its day, its figures, and the hash that is printed on it. */
export function ReportFacts({ report, language }: { report: Report; language: 'da' | 'en' }) {
  const { t } = useTranslation('public');
  const { code, asOf, takenOn, policyVersion, sha256, isAsStored, ready } = report;
  return (
    <Facts
      rows={[
        ...(asOf ? [[t('report.day'), formatDay(language, asOf)] as [string, string]] : []),
        ...(ready ? [[t('report.ready'), t('report.ready-of', ready)] as [string, string]] : []),
        ...(takenOn ? [[t('report.taken'), formatDay(language, takenOn)] as [string, string]] : []),
        ...(policyVersion ? [[t('report.policy'), policyVersion] as [string, string]] : []),
        ...(sha256 ? [[t('report.hash'), sha256.match(/.{8}/g)!.join(' ')] as [string, string]] : []),
        ...(isAsStored === undefined
          ? []
          : [[t('report.stored'), t(isAsStored ? 'report.same' : 'report.differs')] as [string, string]]),
        [t('verify.code'), code],
      ]}
    />
  );
}
