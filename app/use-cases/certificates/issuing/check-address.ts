import type { World } from '#app/platform/world.server.ts';

/** The address of the check page as it is printed on the certificate. */
export const checkAddress = ({ publicUrl }: Pick<World, 'publicUrl'>, code: string, language: 'da' | 'en'): string =>
  `${publicUrl}/v/${code}${language === 'en' ? '?lang=en' : ''}`;
