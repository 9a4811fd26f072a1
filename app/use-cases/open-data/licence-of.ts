import type { Environment } from '#app/platform/env.server.ts';

const addresses: Record<Environment['openDataLicence'], string> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** The terms of what the service itself has made, as the agency decided. */
export const licenceOf = ({ openDataLicence: name }: Pick<Environment, 'openDataLicence'>) => ({
  name,
  path: addresses[name],
});
