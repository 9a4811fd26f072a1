import type { TFunction } from 'i18next';
import type { OwnNote } from '#app/use-cases/guidance/own-notes.server.ts';

type Said = Pick<OwnNote, 'blocked' | 'channel' | 'distance' | 'minutes' | 'referredTo'>;

/** What a note says beside its topic and outcome, in words. */
export function noteText(
  t: TFunction<'guidance'>,
  { blocked, channel, distance, minutes, referredTo }: Said,
): string[] {
  return [
    blocked && t(`blocked.${blocked}`),
    channel && t(`channel.${channel}`),
    distance && t(`distance.${distance}`),
    minutes && t('minutes-shown', { count: minutes }),
    referredTo && t('referred-shown', { place: referredTo }),
  ].filter((text): text is string => Boolean(text));
}
