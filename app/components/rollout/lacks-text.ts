import type { TFunction } from 'i18next';
import type { GateValue } from '#curriculum/readiness/readiness-of.ts';

/** What a service lacks in a line: the gates that are not met, and those that are unknown marked as such. */
export const lacksText = (
  t: TFunction<'rollout'>,
  lacks: readonly { key: string; value: GateValue }[],
  gates: Readonly<Record<string, string>>,
): string =>
  lacks.length === 0
    ? t('service.nothing')
    : lacks
        .map(({ key, value }) => {
          const gate = gates[key] ?? key;
          return value === 'ukendt' ? t('service.unknown', { gate }) : gate;
        })
        .join(', ');
