/** What can wait on a device: a try at an exercise, that a lesson is read, an answer in practice, a note of guidance. */
export type WaitingKind = 'exercise' | 'read' | 'practice' | 'guidance';

/** One form that waits on this device until it was sent. */
export type Waiting = {
  id: string;
  kind: WaitingKind;
  /** The address that it is sent to, and the fields as the form encodes them. */
  to: string;
  body: string;
  /** The title of the page it was filled in on. */
  title: string;
  at: string;
  /** The status with which the server would not take it. It is not sent again by itself. */
  refused?: number;
};

const ofStep = /^\/enrolments\/[^/]+\/steps\/[^/]+$/;

/** Whether a form can wait, by its address and fields; undefined for every other form, such as one that starts a test. */
export function waitingKindOf(path: string, fields: URLSearchParams): WaitingKind | undefined {
  const intent = fields.get('intent');
  if (ofStep.test(path)) return intent === 'try' ? 'exercise' : intent === 'read' ? 'read' : undefined;
  // An arrow of an ordering asks for the page again and sends no answer.
  if (path === '/practice/ask') return fields.has('question') && !fields.has('move') ? 'practice' : undefined;
  if (path === '/guidance') return fields.has('undo') ? undefined : 'guidance';
  return undefined;
}

/** Whether a form asks for something that needs the server at once, and the page has to say so. */
export const startsTest = (path: string, fields: URLSearchParams): boolean =>
  ofStep.test(path) && fields.get('intent') === 'start-quiz';

/** Adds a form to those that wait. A later answer to the same thing takes the place of the one before. */
export function addWaiting(queue: readonly Waiting[], item: Waiting): Waiting[] {
  const same = sameThing(item);
  return [...queue.filter((each) => same === undefined || sameThing(each) !== same), item];
}

/** What two forms have in common when only the later one counts; each note of guidance is one of its own. */
function sameThing({ kind, to, body }: Waiting): string | undefined {
  const fields = new URLSearchParams(body);
  const path = to.split('?')[0];
  if (kind === 'guidance') return undefined;
  return [kind, path, fields.get('exercise') ?? fields.get('round') ?? ''].join(' ');
}

/** The next to be sent: the oldest that was not refused. */
export const nextToSend = (queue: readonly Waiting[]): Waiting | undefined =>
  queue.find(({ refused }) => refused === undefined);

/** What a server's answer means for what was sent. */
export function sentAs(status: number, redirected: boolean): 'done' | 'refused' | 'signed-out' | 'later' {
  // A form that was done answers with another address.
  if (redirected || (status >= 200 && status < 300)) return 'done';
  if (status === 401) return 'signed-out';
  return status >= 400 && status < 500 && status !== 429 ? 'refused' : 'later';
}

/**
 * A page that was kept on another day offers that day for a note of guidance. What is noted today without a network, and
 * was left at that day, is of today.
 */
export function onTheDay(body: string, { kept, today }: { kept: string; today: string }): string {
  const fields = new URLSearchParams(body);
  const parts = ['year', 'month', 'day'].map((part) => fields.get(`on-day.${part}`)?.padStart(2, '0') ?? '');
  if (parts.join('-') !== kept) return body;
  const [year, month, day] = today.split('-') as [string, string, string];
  fields.set('on-day.year', year);
  fields.set('on-day.month', String(Number(month)));
  fields.set('on-day.day', String(Number(day)));
  return fields.toString();
}
