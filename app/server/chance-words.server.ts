import { chanceKey } from '#app/components/readiness/forecast/chance-key.ts';
import { translator } from '#app/platform/translator.server.ts';
import type { ChancesAtHand } from '#app/use-cases/readiness/views/chances-at-hand.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';

/** The chance of a service to have its people on the day of the rollout, in words; it says so where there is none. */
export function chanceWords(language: Language, chances: ChancesAtHand) {
  const t = translator({ language }, 'views');
  const forecast = translator({ language }, 'forecast');
  const day = formatDay(language, chances.by);
  const value = (serviceId: string): string => {
    if (chances.state !== 'known') return t(`chance.${chances.state}`);
    const found = chances.of.get(serviceId);
    if (!found) return t('chance.too-few');
    const { key, count } = chanceKey(found.chance);
    const chance = forecast(`chance.${key}`, { count });
    return found.rests === 'nation' ? t('chance.nation', { chance }) : chance;
  };
  return {
    label: t('chance.label', { day }),
    value,
    sentence: (serviceId: string) => t('chance.sentence', { day, chance: value(serviceId) }),
  };
}
