import { useTranslation } from 'react-i18next';
import { Link } from '#app/components/base/link.tsx';
import { agencyLink, type Carried } from '#app/platform/agency-link.ts';
import type { BackTest } from '#curriculum/readiness/forecast/back-test.ts';
import type { CalibrationView } from './calibration.server.ts';
import { Calibration } from './calibration.tsx';

type TestedView =
  | { ok: true; days: string[]; ahead: number; test: BackTest; view: CalibrationView }
  | { ok: false; days: string[]; needed: number };
type Props = { language: 'da' | 'en'; demo: boolean; tested: TestedView | undefined; kept: Carried };

/** Whether earlier forecasts held: a link that works them out, the answer, or that there is too little history. */
export function Tested({ language, demo, tested, kept }: Props) {
  const { t } = useTranslation('forecast');
  return (
    <section className="space-7" aria-labelledby="tested">
      <h2 id="tested">
        {t('tested.title')} {demo && <span className="tag-example">{t('example')}</span>}
      </h2>
      {!tested && (
        <p>
          {t('tested.lead')}{' '}
          <Link to={agencyLink('/forecast', { ...kept, test: '1' }, 'tested')}>{t('tested.run')}</Link>
        </p>
      )}
      {tested?.ok === false && <p>{t('tested.few', { count: tested.days.length, needed: tested.needed })}</p>}
      {tested?.ok && (
        <Calibration
          language={language}
          days={tested.days.length}
          ahead={tested.ahead}
          test={tested.test}
          view={tested.view}
        />
      )}
    </section>
  );
}
