import { barsOf } from '#app/components/readiness/charts/bars.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import type { SeenFigures } from '#app/use-cases/readiness/views/see-figures.server.ts';
import { shareKeys } from '#app/use-cases/readiness/views/shares-of.ts';
import { formatMonthOfYear } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';

/** The drawings of the page of figures, with the rows of the tables beside them. */
export function figuresPage(language: Language, seen: SeenFigures) {
  const t = translator({ language }, 'views');
  const { months, funnel, capacity, pilots, rest, of } = seen;
  const monthName = (month: string) => formatMonthOfYear(language, `${month}-01`);
  const regionName = (region: string) => (region === '' ? t('capacity.nowhere') : region.replace(/^Region /, ''));
  const percent = (many: number, all: number) => (all === 0 ? 0 : Math.round((many / all) * 100));
  return {
    of,
    expiry: {
      view: barsOf(
        months.map(({ month, certificates, papers }) => ({
          label: monthName(month),
          text: t('expiry.bar', { certificates, papers }),
          parts: [
            { value: certificates, fill: 'dark' },
            { value: papers, fill: 'lines' },
          ],
        })),
      ),
      rows: months.map((each) => ({ ...each, name: monthName(each.month) })),
      certificates: months.reduce((sum, { certificates }) => sum + certificates, 0),
      papers: months.reduce((sum, { papers }) => sum + papers, 0),
    },
    funnel: {
      view: barsOf(
        funnel.steps.map(({ step, count }) => ({
          label: t(`funnel.step.${step}`),
          text: t('funnel.bar', { count, percent: percent(count, of) }),
          parts: [{ value: count, fill: 'dark' }],
        })),
        { most: of },
      ),
      rows: funnel.steps.map(({ step, count }) => ({
        key: step,
        cells: [t(`funnel.step.${step}`), String(count), `${percent(count, of)} %`],
      })),
      ...{ paused: funnel.paused, none: funnel.none },
    },
    capacity: {
      view: barsOf(
        capacity.rows.map(({ region, missing, training, seats, free }) => ({
          label: regionName(region),
          text: t('capacity.bar', { missing, free }),
          parts: [
            { value: training, fill: 'dark' },
            { value: seats, fill: 'soft' },
            { value: missing - training - seats, fill: 'dots' },
          ],
        })),
      ),
      rows: capacity.rows.map(({ region, missing, training, free, seats }) => ({
        key: region,
        cells: [regionName(region), ...[missing, training, free, missing - training - seats].map(String)],
      })),
      ...{ missing: capacity.missing, free: capacity.free, unknown: capacity.unknown },
    },
    pilots: {
      view: barsOf(
        shareKeys.flatMap((key) =>
          ([pilots, rest] as const).map((group, at) => ({
            label: `${t(`pilots.${key}`)}, ${t(at === 0 ? 'pilots.pilot' : 'pilots.others')}`,
            text: t('pilots.bar', { percent: percent(group[key], group.of), count: group[key], of: group.of }),
            parts: [{ value: percent(group[key], group.of), fill: at === 0 ? ('dark' as const) : ('soft' as const) }],
          })),
        ),
        { left: 210, most: 100 },
      ),
      rows: shareKeys.map((key) => ({
        key,
        cells: [
          t(`pilots.${key}`),
          ...[pilots, rest].map((group) =>
            t('pilots.bar', { percent: percent(group[key], group.of), count: group[key], of: group.of }),
          ),
        ],
      })),
      count: pilots.of,
    },
  };
}
