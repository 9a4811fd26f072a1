import type { i18n as Words } from 'i18next';
import { askWorker, listen } from './ask-worker.ts';
import workerAddress from './offline-worker.ts?worker&url';
import { showBar } from './show-bar.ts';
import { startsTest, waitingKindOf } from './waiting.ts';
import type { Told } from './worker-scope.ts';
import '#app/words/offline.ts';

let started = false;

/** Begins to keep pages and to send what waits. Loaded after the page is at rest: nobody waits for it. */
export async function start(words: Words): Promise<void> {
  if (started || import.meta.env.DEV) return;
  started = true;
  letTheBrowserGo();
  listen((told) => {
    showBar(words, told);
    trySoon(told);
  });
  addEventListener('offline', () => showBar(words, { offline: true }));
  addEventListener('online', () => {
    pause = shortest;
    void carryOn();
  });
  await navigator.serviceWorker.register(workerAddress, { scope: '/' });
  await carryOn();
}

const [shortest, longest] = [2_000, 60_000];
let pause = shortest;
let soon: ReturnType<typeof setTimeout> | undefined;

/** A network that has just come back may not carry a request yet: what waits is tried again, after longer and longer. */
function trySoon({ waiting }: Told): void {
  if (!waiting) return;
  clearTimeout(soon);
  if (!waiting.some(({ refused }) => refused === undefined)) pause = shortest;
  else if (navigator.onLine) {
    soon = setTimeout(() => void askWorker({ ask: 'send' }), pause);
    pause = Math.min(2 * pause, longest);
  }
}

async function carryOn(): Promise<void> {
  await askWorker({ ask: 'send' });
  await askWorker({ ask: 'keep', assets: loadedFiles() });
}

/** The files that this page has loaded, also those that only a script asks for. */
const loadedFiles = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
    .map(({ pathname }) => pathname);

const isOffline = () => !navigator.onLine || 'kept' in document.documentElement.dataset;

/** A question of a test keeps its own answers and its page open; nothing here may lead away from it. */
const isInTest = () => location.pathname.includes('/questions/');

/**
 * Without a network the browser itself follows links and sends the forms that can wait, and the worker answers. The router
 * of Remix would ask for data that nobody has.
 */
function letTheBrowserGo(): void {
  const first = { capture: true };
  addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest('a[href^="/"]');
      if (link && isOffline() && !isInTest()) event.stopImmediatePropagation();
    },
    first,
  );
  addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement;
      if (!isOffline() || isInTest()) return;
      const path = new URL(form.getAttribute('action') ?? '', location.href).pathname;
      const fields = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
      if (event.submitter instanceof HTMLButtonElement) fields.append(event.submitter.name, event.submitter.value);
      if (waitingKindOf(path, fields) || startsTest(path, fields)) event.stopImmediatePropagation();
    },
    first,
  );
}
