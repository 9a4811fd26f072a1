import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { dkfdsInOurColours } from './app/styles/dkfds-in-our-colours.ts';
import { dkfdsThatWeUse } from './app/styles/dkfds-that-we-use.ts';
// @ts-expect-error plain JavaScript, typed by its comment
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

type Graph = { getModuleInfo(id: string): { importers: readonly string[]; importedIds: readonly string[] } | null };

const ofTheViewer =
  /react-pdf|pdfjs-dist|pdf-viewer|make-(event-props|cancellable-promise)|merge-refs|dequal|clsx|\/warning\//;

/** Few files for a first visit, and in each of them what the page needs: what every page has together, the rest by its readers. */
function chunkOf(id: string, graph: Graph): string | undefined {
  if (ofTheViewer.test(id)) return undefined;
  if (/node_modules|vite\/|\0/.test(id)) return 'vendor';
  if (/\/app\/(components\/catalogue\/|words\/(catalogue\.|(da|en)\/catalogue))/.test(id)) return 'few';
  if (!/\/app\/(components\/|platform\/|words\/(format|information|make-words|staff|study|withheld-reason)\.)/.test(id))
    return undefined;
  if (/\/information(-page)?\.tsx?$/.test(id)) return 'information';
  const [, part] = /\/app\/components\/(partners|places|rollout)\//.exec(id) ?? [];
  if (part) return part;
  const pages = pagesOf(id, graph);
  if (pages.every((page) => bringsStaffWords(page, graph))) return 'staff';
  const isForAll = pages.some((page) => /\/app\/(root|entry)/.test(page));
  // What one page alone shows comes with it. Rollup adds what has no file here to one that uses it, to that of the staff even.
  if (pages.length === 1 && !isForAll) return undefined;
  if (isForAll || pages.length >= manyPages) return 'parts';
  return pages.some((page) => /\/routes\/(step|question)\.tsx/.test(page)) ? 'steps' : 'few';
}

const manyPages = 7;

/** The pages that use a module, themselves or by what they use. */
function pagesOf(id: string, { getModuleInfo }: Graph): string[] {
  const seen = new Set([id]);
  const pages = new Set<string>();
  for (const each of seen) {
    if (/\/app\/(root|entry|routes\/)/.test(each)) pages.add(each.split('?')[0]!);
    else for (const importer of getModuleInfo(each)?.importers ?? []) seen.add(importer);
  }
  return [...pages];
}

const staffWords = /\/app\/words\/(help-points|monday|papers|partners|places|report|staff|surroundings|views)\.ts$/;

/** The page brings the words for staff, so only staff see it. */
const bringsStaffWords = (page: string, { getModuleInfo }: Graph): boolean =>
  getModuleInfo(page)?.importedIds.some((imported) => staffWords.test(imported)) ?? false;

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  css: {
    preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['if-function'] } },
    postcss: { plugins: [dkfdsInOurColours, dkfdsThatWeUse] },
  },
  // 0: an inlined data: address would need a wider content security policy.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: chunkOf } } }),
  },
  ssr: { external: ['sqlite3', 'pg', '@react-pdf/renderer', 'piscina'] },
}));
