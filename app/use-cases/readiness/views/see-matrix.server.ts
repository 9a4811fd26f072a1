import type { World } from '#app/platform/world.server.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { FallingPaper } from '#curriculum/readiness/readiness-of.ts';
import { filterPlaces, type PlaceFilter } from './filter-places.ts';
import { listPlaces, type SeenPlace, type SeenPlaces } from './list-places.server.ts';

export type SeenMatrix = SeenPlaces & {
  shown: SeenPlace[];
  certified: number;
  missing: number;
  /** Of a coming day: those that are ready with papers that hold until then, and the papers that do not. */
  strictReady: number;
  falling: (FallingPaper & { code: string; name: string })[];
};
type Asked = { asOf: string; knownOn?: string | undefined; filter: PlaceFilter };

/** Every municipality with its gates on a day, and those that the filter shows; only what the viewer may see. */
export async function seeMatrix(world: World, viewer: Viewer, asked: Asked): Promise<SeenMatrix | undefined> {
  const readiness = await readinessOn(world, viewer, asked.asOf, asked.knownOn);
  if (!readiness) return undefined;
  const { services } = readiness;
  const seen = await listPlaces(world, readiness);
  const falling = services.flatMap(({ municipalities, falling: papers = [] }) =>
    municipalities.flatMap(({ code, name }) => papers.map((paper) => ({ ...paper, code, name }))),
  );
  return {
    ...seen,
    shown: filterPlaces(seen, asked.filter),
    certified: services.reduce((sum, { staffing }) => sum + staffing.certified, 0),
    missing: services.reduce((sum, { staffing }) => sum + (staffing.missing ?? 0), 0),
    strictReady: services
      .filter(({ strict }) => strict?.verdict === 'klar')
      .reduce((sum, { municipalities }) => sum + municipalities.length, 0),
    falling: falling.sort((a, b) => a.lastDay.localeCompare(b.lastDay)),
  };
}
