import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready;
const begin = async () =>
  initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** Runs in a thread of its own, because a picture takes a tenth of a second. */
export default async function pngOf({ svg, width, fonts }) {
  ready ??= begin();
  await ready;
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    background: '#fff',
    font: { fontBuffers: fonts, defaultFontFamily: 'IBM Plex Sans', sansSerifFamily: 'IBM Plex Sans' },
  });
  return drawn.render().asPng();
}
