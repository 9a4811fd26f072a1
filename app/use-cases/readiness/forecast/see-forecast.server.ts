import type { World } from '#app/platform/world.server.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import {
  type ForecastInput,
  type ForecastOfTheCountry,
  forecastOfTheCountry,
} from './forecast-of-the-country.server.ts';

/** The forecast of the country for those who plan the rollout. */
export async function seeForecast(
  world: World,
  viewer: Viewer,
  input: ForecastInput,
): Promise<ForecastOfTheCountry | undefined> {
  return may(viewer, 'see-forecast') ? forecastOfTheCountry(world, input) : undefined;
}
