import type { ServiceReadiness } from './readiness-of.ts';

/** What a snapshot is about: the whole country, or some library services, such as those of a wave. */
export type SnapshotScope = { kind: 'country' } | { kind: 'services'; services: readonly string[]; wave?: string };

type Municipality = ServiceReadiness['municipalities'][number] & { region: string | null };
/** One library service as it stood. */
export type SnapshotRow = Omit<ServiceReadiness, 'municipalities'> & { municipalities: Municipality[] };

/** One thing that is not as it was frozen. A gate is named by its key. */
export type Difference = { what: string; frozen: string; found: string };
export type ServiceDifferences = { serviceId: string; name: string; differences: Difference[] };

/**
 * Names, regions and whether a place is a pilot are labels and no facts about a day: nobody keeps which ones were known
 * when, so a comparison takes them from the frozen row.
 */
export function withLabelsOf(frozen: readonly SnapshotRow[], found: readonly SnapshotRow[]): SnapshotRow[] {
  const services = new Map(frozen.map((row) => [row.serviceId, row.name]));
  const places = new Map(frozen.flatMap(({ municipalities }) => municipalities.map((each) => [each.code, each])));
  return found.map((row) => ({
    ...row,
    name: services.get(row.serviceId) ?? row.name,
    municipalities: row.municipalities.map((each) => {
      const known = places.get(each.code);
      return known ? { ...each, name: known.name, pilot: known.pilot, region: known.region } : each;
    }),
  }));
}

/** What differs, service by service, in the order of the frozen rows; a service that is only on one side is named too. */
export function differencesBetween(
  frozen: readonly SnapshotRow[],
  found: readonly SnapshotRow[],
): ServiceDifferences[] {
  const others = new Map(found.map((row) => [row.serviceId, row]));
  const known = new Set(frozen.map(({ serviceId }) => serviceId));
  const added = found.filter(({ serviceId }) => !known.has(serviceId));
  return [
    ...frozen.map((row) => differing(row.serviceId, row.name, factsOf(row), factsOf(others.get(row.serviceId)))),
    ...added.map((row) => differing(row.serviceId, row.name, factsOf(undefined), factsOf(row))),
  ].filter(({ differences }) => differences.length > 0);
}

function differing(
  serviceId: string,
  name: string,
  frozen: Map<string, string>,
  found: Map<string, string>,
): ServiceDifferences {
  const differences = [...new Set([...frozen.keys(), ...found.keys()])].flatMap((what): Difference[] => {
    const [before, after] = [frozen.get(what) ?? absent, found.get(what) ?? absent];
    return before === after ? [] : [{ what, frozen: before, found: after }];
  });
  return { serviceId, name, differences };
}

const absent = '–';

/** Everything a row says, one text each, so that two rows are equal exactly when these are. */
function factsOf(row: SnapshotRow | undefined): Map<string, string> {
  if (!row) return new Map();
  const { gates, strict, staffing, municipalities, falling = [], scoreParts } = row;
  return new Map([
    ['verdict', row.verdict],
    ...gates.map(({ key, value, reason }): [string, string] => [key, `${value} ${inOrder(reason)}`]),
    ['staffing', inOrder(staffing)],
    // A row that was frozen before seats were counted says nothing of them.
    ['on hold', row.onHold === undefined ? absent : String(row.onHold)],
    ['people', row.people],
    ['papers', row.papers],
    ['stage', row.stage],
    ['mapClass', row.mapClass],
    ['override', row.override ? inOrder(row.override) : absent],
    ['score', `${row.score} (${scoreParts.map(({ key, points, max }) => `${key} ${points}/${max}`).join(', ')})`],
    ['municipalities', municipalities.map(({ code, population }) => `${code} ${population}`).join(', ')],
    ['labels', municipalities.map(({ name, pilot, region }) => `${name} ${pilot} ${region}`).join(', ') + row.name],
    ...(strict
      ? [
          ['strict verdict', strict.verdict] as [string, string],
          ...strict.gates.map(({ key, value, reason }): [string, string] => [
            `strict ${key}`,
            `${value} ${inOrder(reason)}`,
          ]),
        ]
      : []),
    ...falling.map(({ gate, lastDay }): [string, string] => [`falls ${gate}`, lastDay]),
  ]);
}

const inOrder = (given: object) =>
  Object.entries(given)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join(' ');
