import { redirect } from '@remix-run/react';

/** The next page, when it comes with the answer to what was sent. */
export type Brought = { to: string; page: object };

// One page at most, with when it came on this device's clock.
let kept: (Brought & { at: number }) | undefined;

/** Keeps a page until it is shown. A newer one takes its place. */
export function keepBrought(brought: Brought): void {
  kept = { ...brought, at: performance.now() };
}

/**
 * The page for an address if it was brought, otherwise what the server says. It is shown once: whoever comes back asks
 * the server. Its clock has gone on since it came.
 */
export async function broughtOrLoaded<Page>(request: Request, serverLoader: () => Promise<Page>): Promise<Page> {
  const found = kept;
  kept = undefined;
  if (found?.to !== new URL(request.url).pathname) return serverLoader();
  const page = found.page as Page & { now?: string };
  if (page.now === undefined) return page;
  return { ...page, now: new Date(Date.parse(page.now) + performance.now() - found.at).toISOString() };
}

/** Goes to the page that a form was answered with. Any other answer is shown where the form is. */
export async function goToBrought<Said>(serverAction: () => Promise<Said>) {
  const said = await serverAction();
  if (!isBrought(said)) return said as Exclude<Said, { brought: Brought }>;
  keepBrought(said.brought);
  return redirect(said.brought.to);
}

const isBrought = (said: unknown): said is { brought: Brought } =>
  typeof said === 'object' && said !== null && 'brought' in said;
