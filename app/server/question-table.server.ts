import { translator } from '#app/platform/translator.server.ts';
import type { World } from '#app/platform/world.server.ts';
import type { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';

type Cell = string;
/** `code` names the municipality that the row leads to. */
type Rows = { head: string[]; rows: { code?: string | undefined; cells: Cell[] }[] };
export type QuestionTable = Rows & {
  title: string;
  lead: string;
  /** What the table shows, and what it says when it is empty. */
  caption: string;
  none: string;
  beside: (Rows & { title: string }) | undefined;
};

/** An answer as a heading and a table in the words of a language: the page shows it, and the CSV file holds the same rows. */
export function questionTable(
  world: World,
  language: Language,
  answer: Awaited<ReturnType<typeof answerQuestion>>,
): QuestionTable {
  const t = translator({ language }, 'agency');
  const day = (text: string) => formatDay(language, text);
  const gates = new Map(world.policy.gates.map(({ key, short }) => [key, short[language]]));
  const gate = (key: string) => gates.get(key) ?? key;
  const number = (value: number | null) => (value === null ? t('gate.ukendt') : String(value));
  const { verb } = answer;
  const said = {
    caption: t(`question.${verb}.caption`, { day: day(answer.asOf) }),
    none: t(`question.${verb}.none`),
    beside: undefined,
  };
  switch (verb) {
    case 'shortage': {
      const { missing, short, unknown, training, free, holds } = answer.totals;
      return {
        ...said,
        title: t('question.shortage.title', { count: short, missing, day: day(answer.asOf) }),
        lead: `${t('question.shortage.training', { count: training })} ${t('question.shortage.free', { count: free })} ${t('question.shortage.unknown', { count: unknown })}`.trim(),
        head: [
          t('question.place'),
          t('question.missing'),
          t('question.counted'),
          t('question.required'),
          t('question.training'),
        ],
        rows: answer.rows.map((row) => ({
          code: row.codes[0],
          cells: [
            row.name,
            number(row.missing),
            row.missing === null ? t('gate.ukendt') : String(row.counted),
            String(row.required),
            String(row.training),
          ],
        })),
        beside: {
          title: t('question.shortage.holds'),
          head: [t('question.hold'), t('question.starts'), t('question.ends'), t('question.free')],
          rows: holds.map(({ hold, startsOn, endsOn, seats, free: left }) => ({
            cells: [hold, day(startsOn), day(endsOn), t('question.of', { left, seats })],
          })),
        },
      };
    }
    case 'expiring': {
      const { certificates, papers } = answer.totals;
      const span = { from: day(answer.from), until: day(answer.until) };
      return {
        ...said,
        title: `${t('question.expiring.certificates', { count: certificates })} ${t('question.expiring.papers', { count: papers })}`,
        lead: t('question.expiring.lead', span),
        head: [t('question.place'), t('question.last-day'), t('question.what')],
        rows: answer.rows.map((row) => ({
          code: row.codes[0],
          cells: [
            row.name,
            day(row.lastDay),
            row.gate === null
              ? t('question.expiring.people', { count: row.people ?? 0 })
              : t('question.expiring.paper', { gate: gate(row.gate) }),
          ],
        })),
      };
    }
    case 'knowledge': {
      const { old, missing, services, gates: known } = answer.totals;
      return {
        ...said,
        title: t('question.knowledge.title', { count: services, old, missing }),
        lead: t('question.knowledge.lead'),
        head: [t('question.place'), t('question.gate'), t('question.state'), t('question.since')],
        rows: answer.rows.map((row) => ({
          code: row.codes[0],
          cells: [
            row.name,
            gate(row.gate),
            t(`question.knowledge.${row.state}`),
            row.since === null ? '–' : day(row.since),
          ],
        })),
        beside: {
          title: t('question.knowledge.gates'),
          head: [t('question.gate'), t('question.known'), t('question.old'), t('question.never')],
          rows: known.map((each) => ({
            cells: [gate(each.gate), String(each.known), String(each.old), String(each.missing)],
          })),
        },
      };
    }
    case 'invitations': {
      const { unanswered, answered, notInvited } = answer.totals;
      return {
        ...said,
        title: t('question.invitations.title', { count: unanswered, day: day(answer.asOf) }),
        lead: `${t('question.invitations.answered', { count: answered })} ${t('question.invitations.not-invited', { count: notInvited })}`,
        head: [t('question.place'), t('question.invited'), t('question.days'), t('column.stage')],
        rows: answer.rows.map((row) => ({
          code: row.codes[0],
          cells: [row.name, day(row.invitedOn), String(row.days), t(`stage.${row.stage}`)],
        })),
      };
    }
    case 'compare': {
      const { up, down, aside, same } = answer.totals;
      return {
        ...said,
        title: t('question.compare.title', {
          count: answer.rows.length,
          since: day(answer.since),
          day: day(answer.asOf),
        }),
        lead: `${t('changed.ways', { up, down, aside })} ${t('question.compare.same', { count: same })}`,
        head: [t('column.name'), t('question.from'), t('question.to'), t('question.by')],
        rows: answer.rows.map((row) => ({
          code: row.code,
          cells: [
            row.name,
            t(`verdict.${row.from}`),
            t(`verdict.${row.to}`),
            row.gates.map(({ key, to }) => `${gate(key)}: ${t(`gate.${to}`).toLowerCase()}`).join(', '),
          ],
        })),
      };
    }
  }
}

/** The table of a page with a last column of contact persons. Files that go to others do not name them. */
export function withContacts(
  language: Language,
  table: QuestionTable,
  services: readonly { serviceId: string }[],
  contacts: ReadonlyMap<string, readonly string[]>,
): QuestionTable {
  const t = translator({ language }, 'agency');
  const namesOf = (serviceId: string) => contacts.get(serviceId)?.join(', ') ?? t('question.no-contact');
  return {
    ...table,
    head: [...table.head, t('question.contact')],
    rows: table.rows.map((row, at) => ({ ...row, cells: [...row.cells, namesOf(services[at]!.serviceId)] })),
  };
}
