import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

type Rule = { selectors: string[]; remove(): void };
type Sheet = {
  walkRules(each: (rule: Rule) => void): void;
  walkAtRules(name: RegExp, each: (rule: { nodes?: unknown[] | undefined; remove(): void }) => void): void;
};

const folders = ['app', 'curriculum/content'];

/** The words of our sources: a class that a page shows is one of them, or is built from a beginning: `node--${status}`. */
function isWritten(): (name: string) => boolean {
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8')),
  );
  const text = sources.join('\n');
  const words = new Set([...text.matchAll(/[\w-]+/g)].map(([word]) => word));
  const beginnings = [...text.matchAll(/([\w-]+--)\$\{/g)].map(([, beginning]) => beginning!);
  return (name) => words.has(name) || beginnings.some((each) => name.startsWith(each));
}

/**
 * The parts of DKFDS that we take come with rules for what we do not show: a fifth of the style sheet that every first visit
 * would fetch. This PostCSS plugin leaves out the selectors with a class that no page has; a test says which ours are used.
 */
export const dkfdsThatWeUse = {
  postcssPlugin: 'dkfds-that-we-use',
  OnceExit(sheet: Sheet): void {
    // While one develops, the next class may be written after the sheet was made.
    if (process.env.NODE_ENV !== 'production') return;
    const isUsed = isWritten();
    const isShown = (selector: string) =>
      [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.(-?[a-z_][\w-]*)/gi)].every(([, name]) => isUsed(name!));
    sheet.walkRules((rule) => {
      const shown = rule.selectors.filter(isShown);
      if (shown.length === 0) rule.remove();
      else if (shown.length < rule.selectors.length) rule.selectors = shown;
    });
    sheet.walkAtRules(/./, (rule) => {
      if (rule.nodes?.length === 0) rule.remove();
    });
  },
};
