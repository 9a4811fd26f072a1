import { colours } from '#certificates/drawing/certificate-ink.ts';
import { seal, svgPath } from '#certificates/drawing/seal.ts';

/** The picture of an achievement: a seal drawn from the course and its edition, as certificates have one each. */
export function badgeImage({ course, edition, title }: { course: string; edition: string; title: string }): string {
  const rings = seal(`${course}/${edition}`).flatMap(({ curve, turns }) =>
    turns.map((turn) => `<path transform="rotate(${Math.round(turn * 1000) / 1000})" d="${svgPath(curve)}"/>`),
  );
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-110 -110 220 220" width="440" height="440" role="img">',
    `<title>${escaped}</title>`,
    `<circle r="110" fill="${colours.white}"/>`,
    `<g fill="none" stroke="${colours.petrol}" stroke-width="0.72">${rings.join('')}</g>`,
    `<circle r="33" fill="${colours.petrol}"/>`,
    `<path d="M-14 1L-5 10L14-10" fill="none" stroke="${colours.white}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>`,
    '</svg>',
  ].join('');
}
