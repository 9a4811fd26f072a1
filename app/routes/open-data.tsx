import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { DataDictionary } from '#app/components/open-data/data-dictionary.tsx';
import { DataFiles } from '#app/components/open-data/data-files.tsx';
import { translator } from '#app/platform/translator.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { seeOpenData } from '#app/use-cases/open-data/see-open-data.server.ts';
import '#app/words/public-help.ts';

export const meta = pageMeta;

export async function loader({ context }: LoaderFunctionArgs) {
  const { world, language } = contextOf(context);
  return {
    title: translator({ language }, 'public-help')('data.title'),
    language,
    demo: world.demo,
    open: await seeOpenData(world, language),
  };
}

const rules = ['small', 'yes', 'signs', 'addresses', 'fresh', 'limits', 'map'] as const;

export default function OpenData() {
  const { title, language, demo, open } = useLoaderData<typeof loader>();
  const { t } = useTranslation('public-help');
  const { t: common } = useTranslation('common');
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/find-help', text: t('find.title') }]}
        here={title}
      />
      <h1>{title}</h1>
      <p className="lead">
        {t('data.lead')} {demo && <span className="tag-example">{t('demo')}</span>}
      </p>
      <DataFiles language={language} sets={open.sets} />
      <section className="space-7" aria-labelledby="rules">
        <h2 id="rules">{t('data.rules')}</h2>
        <ul>
          <li>
            <b>{t('data.licence')}</b> <a href={open.licence.path}>{open.licence.name}</a>.{' '}
            {open.licence.name === 'CC-BY-4.0' && t('data.name-source', { issuer: open.issuer })}
          </li>
          {rules.map((rule) => (
            <li key={rule}>
              <b>{t(`data.rule.${rule}.head`)}</b> {t(`data.rule.${rule}.text`)}
            </li>
          ))}
        </ul>
      </section>
      {open.sets.map((set) => (
        <DataDictionary key={set.key} language={language} set={set} />
      ))}
    </>
  );
}
