import type { TFunction } from 'i18next';
import type { Axis } from '#curriculum/readiness/readiness-of.ts';

type Papers = { papers: Axis; unmetPapers: number; unknownPapers: number };

/** How the papers stand: in order, or how many are missing and how many are too old or were never seen. */
export const papersText = (t: TFunction<'agency'>, { papers, unmetPapers, unknownPapers }: Papers): string => {
  if (papers === 'opfyldt') return t('papers.opfyldt');
  const unmet = unmetPapers > 0 ? [t('papers.unmet', { count: unmetPapers })] : [];
  const unknown = unknownPapers > 0 ? [t('papers.unknown', { count: unknownPapers })] : [];
  return [...unmet, ...unknown].join(', ');
};
