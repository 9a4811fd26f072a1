import {
  type Box,
  capitalBox,
  capitalOutlines,
  mapAttribution,
  mapBox,
  type Outline,
  outlines,
} from '#app/components/readiness/map/outlines.server.ts';
import type { OutlinedMap, ReportData } from '#certificates/report/report-data.ts';

const inBox = (of: readonly Outline[], [x, y, x2, y2]: Box): OutlinedMap => ({
  paths: of.map(({ code, d }) => ({ code, d })),
  ...{ x, y, width: x2 - x, height: y2 - y },
});

const [left, top, right, bottom] = capitalBox;

/** The outlines of the municipalities as plain data, for the printed map. On the screen the box of the capital has a title on top. */
export const reportMap: ReportData['map'] = {
  ...inBox(outlines, mapBox),
  capital: inBox(capitalOutlines, [left + 60, top + 260, right - 60, bottom - 60]),
  attribution: mapAttribution,
};
