import type { Waiting } from './waiting.ts';

/** What the worker tells the pages that are open. */
export type Told = {
  offline?: boolean;
  /** How many forms were just sent. */
  sent?: number;
  /** `field` is the exercise that a try is for. What was answered does not leave the worker. */
  waiting?: (Omit<Waiting, 'body'> & { field: string })[];
  kept?: { path: string; title: string }[];
  owned?: boolean;
};

/** What a page asks of the worker; the answer is always what waits and what is kept. */
export type Asked = { ask: 'state' | 'send' } | { ask: 'drop'; id: string } | { ask: 'keep'; assets: string[] };

// TypeScript's types of a worker contradict those of a page, and one program has both; these are the few that are used.
type Client = { id: string; url: string; postMessage(told: Told): void; navigate(url: string): Promise<unknown> };
type Extended = Event & { waitUntil(work: Promise<unknown>): void };
export type FetchEvent = Extended & {
  request: Request;
  clientId: string;
  respondWith(answer: Promise<Response>): void;
};
export type AskedEvent = Extended & {
  data: Asked;
  source: Client | null;
};
type Scope = {
  location: Location;
  clients: { claim(): Promise<void>; get(id: string): Promise<Client | undefined>; matchAll(): Promise<Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listen: (event: Extended) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listen: (event: AskedEvent) => void): void;
};

export const worker = self as unknown as Scope;

export function tellPages(told: Told): void {
  void worker.clients.matchAll().then((pages) => {
    for (const page of pages) page.postMessage(told);
  });
}
