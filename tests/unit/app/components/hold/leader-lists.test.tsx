import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { afterAll, expect, test, vi } from 'vitest';
import type { AdviserView } from '#app/use-cases/holds/advisers/see-adviser.server.ts';
import type { Adviser } from '#app/use-cases/holds/advisers-of.server.ts';
import { wordsIn } from '#app/words/words.server.ts';

// A form asks the router for its address. Workers keep modules from file to file, so these are read anew with the stand-in.
vi.resetModules();
vi.doMock('@remix-run/react', async (original) => ({
  ...(await original<object>()),
  useLocation: () => ({ pathname: '/holds/hold', search: '' }),
}));
const { AdviserSteps } = await import('#app/components/hold/adviser-steps.tsx');
const { SeatRequests } = await import('#app/components/hold/seat-requests.tsx');
afterAll(() => {
  vi.doUnmock('@remix-run/react');
  vi.resetModules();
});

const drawn = (page: ReactNode) => renderToStaticMarkup(<I18nextProvider i18n={wordsIn('da')}>{page}</I18nextProvider>);
const primaryIn = (html: string) =>
  [...html.matchAll(/<button[^>]*button-primary[^>]*value="([^"]+)"/g)].map(([, value]) => value);

test('on a full hold the waiting list is the primary answer to a request, not a seat', () => {
  const request = { enrolmentId: 'e', name: 'Vera Eksempel', library: null, state: 'requested' } as unknown as Adviser;
  const page = (isFull: boolean) => drawn(<SeatRequests requests={[request]} isFull={isFull} />);
  expect(primaryIn(page(false))).toEqual(['approve']);
  expect(primaryIn(page(true))).toEqual(['waitlist']);
});

test('a task that was accepted at once took one attempt, not none', () => {
  const step = { id: 's', kind: 'practical', title: { da: 'Sagen', en: 'The case' }, absences: undefined };
  const page = (status: string, used: number, kind = 'practical') => {
    const steps = [{ ...step, kind, status, attempts: { used, of: 3 } }];
    return drawn(<AdviserSteps adviser={{ course: { steps } } as unknown as AdviserView} language="da" />);
  };
  expect(page('done', 0)).toContain('<td>1 af 3</td>');
  expect(page('done', 1)).toContain('<td>2 af 3</td>');
  expect(page('done', 3)).toContain('<td>3 af 3</td>');
  expect(page('open', 0)).toContain('<td>0 af 3</td>');
  expect(page('done', 2, 'quiz')).toContain('<td>2 af 3</td>');
});
