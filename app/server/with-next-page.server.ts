import { redirect } from '@remix-run/node';
import type { Brought } from '#app/components/quiz/brought-page.ts';
import type { LoadContext } from './load-context.server.ts';

/**
 * Where a form leads to. A browser is sent there; a page that draws the next one itself gets what that one shows, which
 * spares it a request.
 */
export async function withNextPage(
  { inDocument }: Pick<LoadContext, 'inDocument'>,
  to: string,
  pageOf: () => Promise<object | undefined>,
): Promise<{ brought: Brought }> {
  const page = inDocument ? undefined : await pageOf();
  if (!page) throw redirect(to);
  return { brought: { to, page } };
}
