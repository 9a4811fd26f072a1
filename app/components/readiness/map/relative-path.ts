import type { GeoContext } from 'd3-geo';

/** Writes the lines of a map as a path of whole numbers relative to each other, which is half as long as absolute ones. */
export class RelativePath implements GeoContext {
  private readonly parts: string[] = [];
  private start = [0, 0];
  private at = [0, 0];

  beginPath() {}
  arc() {}

  moveTo(x: number, y: number) {
    const [toX, toY] = [Math.round(x), Math.round(y)];
    this.parts.push(`M${toX} ${toY}`);
    this.at = [toX, toY];
    this.start = [toX, toY];
  }

  lineTo(x: number, y: number) {
    const [dx, dy] = [Math.round(x) - this.at[0]!, Math.round(y) - this.at[1]!];
    if (dx === 0 && dy === 0) return;
    this.parts.push(`l${dx}${dy < 0 ? '' : ' '}${dy}`);
    this.at = [Math.round(x), Math.round(y)];
  }

  closePath() {
    this.parts.push('z');
    this.at = [...this.start];
  }

  toString() {
    return this.parts.join('');
  }
}
