import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import { dkfdsInOurColours } from './app/styles/dkfds-in-our-colours.ts';
// @ts-expect-error plain JavaScript, typed by its comment
import remixConfig from './remix.config.js';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

type Graph = { getModuleInfo(id: string): { importers: readonly string[]; importedIds: readonly string[] } | null };

/** Few files for a first visit: what every page needs together, what only staff see and the PDF viewer by themselves. */
function chunkOf(id: string, graph: Graph): string | undefined {
  if (/react-pdf|pdfjs-dist|pdf-viewer/.test(id)) return undefined;
  if (/node_modules|vite\/|\0/.test(id)) return 'vendor';
  // These belong to one page or two each; a lesson does not fetch them.
  if (/\/app\/components\/(catalogue|check|guidance|offline|open-data|practice|public-help|rating)\//.test(id))
    return undefined;
  // What a certificate brings is shown on Mit bevis alone.
  if (/\/app\/components\/certificate\/(certificate-|own-proofs|linked-in|what-next)/.test(id)) return undefined;
  if (!/\/app\/(components|words\/(format|information|make-words|staff))/.test(id)) return undefined;
  if (/\/information(-page)?\.tsx?$/.test(id)) return 'information';
  const [, part] = /\/app\/components\/(partners|places|rollout)\//.exec(id) ?? [];
  if (part) return part;
  return isForStaff(id, graph) ? 'staff' : 'parts';
}

const staffWords = /\/app\/words\/(help-points|monday|papers|partners|places|report|staff|surroundings|views)\.ts$/;

/** Whether every page that uses a module is one of those that bring the words for staff. */
function isForStaff(id: string, { getModuleInfo }: Graph): boolean {
  const seen = new Set([id]);
  for (const each of seen) {
    const module = getModuleInfo(each);
    if (/\/app\/(root|entry|routes\/)/.test(each)) {
      if (!module?.importedIds.some((imported) => staffWords.test(imported))) return false;
    } else for (const importer of module?.importers ?? []) seen.add(importer);
  }
  return true;
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  css: {
    preprocessorOptions: { scss: { quietDeps: true, silenceDeprecations: ['if-function'] } },
    postcss: { plugins: [dkfdsInOurColours] },
  },
  // 0: an inlined data: address would need a wider content security policy.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    ...(!isSsrBuild && { rollupOptions: { output: { manualChunks: chunkOf } } }),
  },
  ssr: { external: ['sqlite3', 'pg', '@react-pdf/renderer', 'piscina'] },
}));
