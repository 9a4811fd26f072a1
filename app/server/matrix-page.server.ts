import { type AdviserBarShown, adviserBarId } from '#app/components/readiness/matrix/adviser-bar.tsx';
import type { MatrixColumn } from '#app/components/readiness/matrix/gate-matrix.tsx';
import type { MatrixRowShown, Sign } from '#app/components/readiness/matrix/matrix-row.tsx';
import { translator } from '#app/platform/translator.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { ChancesAtHand } from '#app/use-cases/readiness/views/chances-at-hand.server.ts';
import { capitalArea } from '#app/use-cases/readiness/views/is-in-region.ts';
import { lacksOf } from '#app/use-cases/readiness/views/lacks-of.ts';
import type { SeenGate, SeenPlace } from '#app/use-cases/readiness/views/list-places.server.ts';
import type { SeenMatrix } from '#app/use-cases/readiness/views/see-matrix.server.ts';
import { statusOf } from '#app/use-cases/readiness/views/status-of.ts';
import { formatDay } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import { daysBetween } from '#curriculum/calendar/calendar-day.ts';
import { paperAges } from '#curriculum/readiness/paper-age.ts';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';
import { chanceWords } from './chance-words.server.ts';

const signs: Record<GateValue, Sign> = { opfyldt: 'ok', 'ikke-opfyldt': 'no', ukendt: 'un', 'ikke-relevant': 'na' };
const kinds = ['staffing', 'confidentiality', 'evidence'] as const;

/** The table of municipalities and gates in the words of a language. */
export function matrixPage(world: World, language: Language, seen: SeenMatrix, chances: ChancesAtHand | undefined) {
  const t = translator({ language }, 'views');
  const agency = translator({ language }, 'agency');
  const gates = [...world.policy.gates].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const shorts = new Map(gates.map(({ key, short }) => [key, short[language]]));
  const places = new Map(gates.map(({ key }, at) => [key, at]));
  const inOrder = (all: readonly SeenGate[]) => [...all].sort((a, b) => places.get(a.key)! - places.get(b.key)!);

  const cellOf = (place: SeenPlace, gate: SeenGate): readonly [Sign, string] => {
    if (gate.kind === 'staffing') {
      const { countedForGate: counted, required, missing } = place.staffing;
      return [signs[gate.value], missing === null ? '' : agency('staffing', { counted, required })];
    }
    const age = gate.kind === 'evidence' && gate.seenOn !== null ? ageText(t, gate.seenOn, seen.papersOn) : '';
    return [signs[gate.value], gate.age === 'soon' ? t('age.and-soon', { age }) : age];
  };
  const chanceOf = chances && chanceWords(language, chances);
  const bars = new Map<string, AdviserBarShown>();
  const barOf = ({ staffing, onHold }: SeenPlace): string | undefined => {
    if (staffing.missing === null) return undefined;
    const bar = { counted: staffing.countedForGate, onHold, required: staffing.required };
    bars.set(adviserBarId(bar), bar);
    return adviserBarId(bar);
  };
  const rowOf = (place: SeenPlace): MatrixRowShown => {
    const { staffing } = place;
    const onHold = t('matrix.on-hold', { count: place.onHold });
    const lacking = lacksOf(place).map(({ key, value }) =>
      value === 'ukendt' ? t('matrix.lacks-unknown', { gate: shorts.get(key)! }) : shorts.get(key),
    );
    return {
      code: place.code,
      name: place.name,
      tag: place.pilot ? t('matrix.pilot') : place.servedWith.length > 0 ? t('matrix.shared') : '',
      status: t(`status.${statusOf(place)}`),
      cells: inOrder(place.gates).map((gate) => cellOf(place, gate)),
      bar: barOf(place),
      onHold: place.onHold > 0 ? `, ${onHold}` : '',
      missing: staffing.missing === null ? '?' : String(staffing.missing),
      lacks: lacking.length === 0 ? t('matrix.all-met') : t('matrix.lacks', { gates: lacking.join(', ') }),
      about: [
        place.region,
        agency(`stage.${place.stage}`),
        place.wave
          ? t('wave', { name: place.wave.name, day: formatDay(language, place.wave.opensOn) })
          : t('wave-none'),
        onHold,
        ...(chanceOf ? [chanceOf.sentence(place.serviceId)] : []),
      ].join(' · '),
    };
  };
  const sum = (of: (place: SeenPlace) => number) => seen.shown.reduce((total, place) => total + of(place), 0);
  const rows = seen.shown.map(rowOf);
  return {
    rows,
    bars: [...bars.values()],
    columns: gates.map(
      ({ key, kind, short }): MatrixColumn => ({ key, short: short[language], isPaper: kind === 'evidence' }),
    ),
    sums: {
      ready: sum(({ verdict }) => Number(verdict === 'klar')),
      staffing: agency('staffing', {
        counted: sum(({ staffing }) => staffing.countedForGate),
        required: sum(({ staffing }) => staffing.required),
      }),
      missing: sum(({ staffing }) => staffing.missing ?? 0),
      met: gates.map(({ key }) =>
        sum((place) => Number(place.gates.some((gate) => gate.key === key && gate.value === 'opfyldt'))),
      ),
    },
    options: {
      regions: [
        ...seen.regions.map((each) => [each, each] as const),
        ...(seen.regions.length > 1 ? [[capitalArea, t('map.capital-name')] as const] : []),
      ],
      waves: seen.waves.map(({ id, name }) => [id, name] as const),
      gates: gates.map(({ key, short }) => [key, short[language]] as const),
      ages: paperAges.map((age) => [age, t(`filter.ages.${age}`)] as const),
      sorts: (['name', 'staffing', 'oldest', 'lacks', 'verdict'] as const).map(
        (sort) => [sort, t(`filter.sorts.${sort}`)] as const,
      ),
    },
  };
}

/** How long ago a paper was seen: in days at first, then in months. */
function ageText(t: ReturnType<typeof translator<'views'>>, seenOn: string, on: string): string {
  const days = daysBetween(seenOn, on);
  return days < 60 ? t('age.days', { count: days }) : t('age.months', { count: Math.floor(days / 30.4) });
}
