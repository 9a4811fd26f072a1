type Language = 'da' | 'en';
type Path = readonly (string | number)[];
type Version = { version: string; from: string; until?: string | undefined };
/** What of a policy decides about the past. */
type Policy = {
  gates: readonly { key: string; kind: string; agreement?: string | undefined }[];
  scored: readonly { key: string; noted: boolean }[];
  versions: readonly Version[];
};
/** Something in a candidate that would change what was decided before. */
export type CandidateFault = { path: Path } & (
  | { code: 'changed' | 'in-the-past'; version: string; from: string }
  | { code: 'removed'; version: string }
  | { code: 'gates-differ' | 'score-differs' }
);

/**
 * Whether a candidate leaves the past as it was judged: every version that has begun stands unchanged, what is new begins
 * after today, and the gates are the same, because they hold for every version.
 */
export function candidateFaults(current: Policy, candidate: Policy, today: string): CandidateFault[] {
  const faults: CandidateFault[] = [];
  const hasBegun = ({ from }: Version) => from <= today;
  for (const version of current.versions.filter(hasBegun)) {
    const at = candidate.versions.findIndex((each) => each.version === version.version);
    if (at < 0) faults.push({ path: ['versions'], code: 'removed', version: version.version });
    else if (!isSame(withoutLateEnd(candidate.versions[at]!, today), withoutLateEnd(version, today)))
      faults.push({ path: ['versions', at], code: 'changed', version: version.version, from: version.from });
  }
  candidate.versions.forEach((version, at) => {
    if (!hasBegun(version) || current.versions.some((each) => each.version === version.version)) return;
    const { version: name, from } = version;
    faults.push({ path: ['versions', at, 'from'], code: 'in-the-past', version: name, from });
  });
  const judged = ({ gates }: Policy) => gates.map(({ key, kind, agreement }) => ({ key, kind, agreement }));
  if (!isSame(judged(current), judged(candidate))) faults.push({ path: ['gates'], code: 'gates-differ' });
  const counted = ({ scored }: Policy) => scored.map(({ key, noted }) => ({ key, noted }));
  if (!isSame(counted(current), counted(candidate))) faults.push({ path: ['scored'], code: 'score-differs' });
  return faults;
}

/** That a version ends on a day to come is no change of the past. */
const withoutLateEnd = ({ until, ...version }: Version, today: string) =>
  until !== undefined && until <= today ? { ...version, until } : version;

/** Compares plain values whatever the order of their keys. */
const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

/** A fault of a candidate as one sentence that says what to do. */
export function candidateFaultText(fault: CandidateFault, language: Language): string {
  const danish = language === 'da';
  switch (fault.code) {
    case 'changed':
      return danish
        ? `Version ${fault.version} gælder fra ${fault.from} og må ikke ændres. Sæt den tilbage, og skriv ændringen som en ny version.`
        : `Version ${fault.version} is in force from ${fault.from} and may not change. Put it back, and write the change as a new version.`;
    case 'removed':
      return danish
        ? `Version ${fault.version} mangler. Den har været i kraft, så den bliver stående.`
        : `Version ${fault.version} is missing. It has been in force, so it stays.`;
    case 'in-the-past':
      return danish
        ? `Version ${fault.version} begynder ${fault.from}. En ny version begynder tidligst i morgen.`
        : `Version ${fault.version} begins on ${fault.from}. A new version begins tomorrow at the earliest.`;
    case 'gates-differ':
      return danish
        ? 'Kravene er de samme for alle versioner, også dem der er gået. Lad nøgle, slags og aftale stå.'
        : 'The gates are the same for all versions, also those of the past. Leave key, kind and agreement.';
    case 'score-differs':
      return danish
        ? 'Det, der giver point, er det samme for alle versioner. Lad nøgle og noted stå.'
        : 'What gives points is the same for all versions. Leave key and noted.';
  }
}
