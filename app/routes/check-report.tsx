import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Message } from '#app/components/base/message.tsx';
import { UnknownSeal } from '#app/components/certificate/seal.tsx';
import { ReportFacts } from '#app/components/check/report-facts.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { retryAfter } from '#app/platform/retry-after.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { tooManyRequests } from '#app/server/require-viewer.server.ts';
import { checkReport } from '#app/use-cases/readiness/report/check-report.server.ts';
import { formatInstant } from '#app/words/format.ts';
import '#app/words/public-pages.ts';

export const meta = pageMeta;
export const headers = retryAfter;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { world, language, client } = contextOf(context);
  const t = translator({ language }, 'public');
  const code = params.code!.slice(0, 60);
  const outcome = await checkReport(world, { code, client });
  if (!outcome.ok && outcome.reason === 'too-many') throw tooManyRequests(outcome.seconds);
  const page = { noIndex: true, code, language, address: world.publicUrl, checkedAt: world.now() };
  if (!outcome.ok) return data({ ...page, title: t('verify.unknown.title'), report: undefined }, { status: 404 });
  const { report } = outcome;
  return data({ ...page, title: t(report.isAsStored ? 'report.title' : 'report.altered-title'), report });
}

export default function CheckReport() {
  const { title, code, language, address, checkedAt, report } = useLoaderData<typeof loader>();
  const { t } = useTranslation('public');
  return (
    <div className={`check ${report?.isAsStored === false ? 'check--invalid' : 'check--unknown'}`}>
      <p className="overline">{t('report.over', { at: formatInstant(language, checkedAt) })}</p>
      <div className="check__head">
        <UnknownSeal mark={report?.isAsStored === false ? 'cross' : 'dash'} />
        <div>
          <h1>{title}</h1>
          <p className="lead">
            {report ? t(report.isAsStored ? 'report.text' : 'report.altered-text') : t('verify.unknown.text')}
          </p>
        </div>
      </div>
      {report ? (
        <>
          {report.demo && <Message tone="warning" lead={t('report.demo')} />}
          <ReportFacts report={report} language={language} />
          <p className="space-5">{t('report.compare')}</p>
        </>
      ) : (
        <>
          <Facts rows={[[t('verify.typed'), code]]} />
          <div className="actions">
            <Link className="button button-primary" to="/check" reloadDocument>
              {t('verify.again')}
            </Link>
          </div>
        </>
      )}
      <div className="colophon">
        <p>{t('verify.address', { address })}</p>
        <p>
          <Link className="text-link" to="/check">
            {t('verify.another')}
          </Link>
        </p>
      </div>
    </div>
  );
}
