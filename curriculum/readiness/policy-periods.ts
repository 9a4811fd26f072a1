type Language = 'da' | 'en';
type Period = { from: string; until?: string | undefined };
/** Something wrong with the days of a version; `at` is its place in the list. */
export type PeriodFault = { at: number; field: 'from' | 'until' } & (
  | { code: 'order' | 'ends-before-it-begins' }
  | { code: 'gap' | 'overlap'; from: string; until: string }
  | { code: 'no-rules-after'; from: string }
);

/** Versions follow each other day by day: in order, without a day that has no rules and without one that has two. */
export function periodFaults(versions: readonly Period[]): PeriodFault[] {
  return versions.flatMap(({ from, until }, at): PeriodFault[] => {
    const faults: PeriodFault[] = [];
    const next = versions[at + 1];
    if (at > 0 && from <= versions[at - 1]!.from) faults.push({ at, field: 'from', code: 'order' });
    if (until === undefined) return faults;
    if (until <= from) faults.push({ at, field: 'until', code: 'ends-before-it-begins' });
    else if (!next) faults.push({ at, field: 'until', code: 'no-rules-after', from: until });
    else if (until < next.from) faults.push({ at, field: 'until', code: 'gap', from: until, until: next.from });
    else if (until > next.from) faults.push({ at, field: 'until', code: 'overlap', from: next.from, until });
    return faults;
  });
}

/** A fault of the days as one sentence that says what to do. */
export function periodFaultText(fault: PeriodFault, language: Language): string {
  switch (fault.code) {
    case 'order':
      return language === 'da'
        ? 'Versioner står i orden efter deres første dag. Flyt den, eller ret dagen.'
        : 'Versions stand in order of their first day.';
    case 'ends-before-it-begins':
      return language === 'da'
        ? 'En version slutter efter sin første dag. Ret until.'
        : 'A version ends after its first day. Correct until.';
    case 'gap':
      return language === 'da'
        ? `Fra ${fault.from} til ${fault.until} er der ingen regler. Lad versionerne følge lige efter hinanden.`
        : `From ${fault.from} until ${fault.until} there are no rules. Let one version follow the other.`;
    case 'overlap':
      return language === 'da'
        ? `Fra ${fault.from} til ${fault.until} gælder to versioner. Lad den første slutte, når den næste begynder.`
        : `From ${fault.from} until ${fault.until} two versions are in force. Let the first end when the next begins.`;
    case 'no-rules-after':
      return language === 'da'
        ? `Fra ${fault.from} er der ingen regler. Slet until, eller skriv den næste version.`
        : `From ${fault.from} there are no rules. Delete until, or write the next version.`;
  }
}
