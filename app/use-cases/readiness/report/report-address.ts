import type { World } from '#app/platform/world.server.ts';

/** The address of the check page as it is printed on a report. */
export const reportAddress = ({ publicUrl }: Pick<World, 'publicUrl'>, code: string, language: 'da' | 'en'): string =>
  `${publicUrl}/r/${code}${language === 'en' ? '?lang=en' : ''}`;
