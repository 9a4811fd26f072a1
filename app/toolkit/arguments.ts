import { plainText } from '#curriculum/plain-text.ts';

/**
 * Exit code 0 is success, 1 a refusal with a reason, 2 wrong usage. `json` is the one document that `--json` prints.
 */
export type Answer = { exit: 0 | 1 | 2; text?: string; error?: string | undefined; json?: unknown };
export type Input = { area: string; verb: string; args: string[]; options: Record<string, string>; json: boolean };

export const usage = `Usage: npm run -s toolkit -- <area> <verb> [args] [--json]
  curriculum check | publish SLUG/EDITION [--dry-run] | graph SLUG [--edition E] [--step ID|life] [--svg]
         measure SLUG/EDITION [--language da|en]
         migrate --hold ID --to EDITION --decision stay|migrate|restart [--enrolment ID] [--dry-run]
  certificates verify CODE | verify FILE [--root FILE] [--offline [--status-list FILE] [--did FILE] [--signers FILE]]
         issue ENROLMENT | issue --hold ID [--dry-run] | export --all|--hold ID --out DIR
         revoke | suspend | lift | reissue | replace NUMBER --reason TEXT
         status-list [--out FILE] | signers [--out FILE] | keys init | keys list | keys rotate file|badge | keys give-up KEY
         keys distrust SHA256|FILE --from YYYY-MM-DD
  readiness report [--as-of YYYY-MM-DD] (--known-on YYYY-MM-DD: as was known then; also with the verbs below but forecast)
         forecast [--as-of YYYY-MM-DD] [--by YYYY-MM-DD] [--target N] [--seed N] [--seats N]
         export [--as-of YYYY-MM-DD] --out FILE.pdf|FILE.csv [--language da|en]
         snapshot take [--as-of YYYY-MM-DD] [--services ID,ID] | snapshot list | snapshot show ID | snapshot check ID
         distance [--as-of YYYY-MM-DD] | reach [--as-of YYYY-MM-DD] | trouble [--as-of YYYY-MM-DD]
         monday
         rollout-date [--as-of YYYY-MM-DD] | rollout-date --set YYYY-MM-DD [--target N] [--note TEXT]
         rollout [--as-of YYYY-MM-DD] [--known-on YYYY-MM-DD] | waves [--as-of YYYY-MM-DD]
         sign-off show WAVE | sign-off freeze WAVE --by ADDRESS [SERVICE:waits:REASON] [SERVICE:override:REASON] [SERVICE:moved:WAVE:REASON]
         sign-off sign WAVE --by ADDRESS --has-read | sign-off end WAVE --by ADDRESS --reason TEXT | sign-off open WAVE --by ADDRESS --note TEXT
         obligations [--as-of YYYY-MM-DD] | help-points [--place TEXT] | open-data --out FOLDER
         shortage | expiring [--month YYYY-MM] | knowledge | invitations [--as-of YYYY-MM-DD] [--region NAME] | compare --since YYYY-MM-DD [--as-of YYYY-MM-DD] [--region NAME]
         policy preview FILE [--as-of YYYY-MM-DD]
         ask --gate GATE [--service SERVICE] [--due YYYY-MM-DD] [--message TEXT] [--again] [--dry-run]
         override list [--as-of YYYY-MM-DD] | override withdraw ID --reason TEXT
         override give SERVICE --reason TEXT --by NAME --last-day YYYY-MM-DD [--from YYYY-MM-DD]
  people add --name "Given Family" --email ADDRESS [--library NUMBER] [--role ROLE] | grant ADDRESS ROLE | revoke ADDRESS ROLE
         move ADDRESS [--library NUMBER] [--from YYYY-MM-DD] | guides ADDRESS --from YYYY-MM-DD|--never
         work ADDRESS | correct ADDRESS [--began DAY] [--library NUMBER] [--from DAY] [--last-day DAY|none] | drop ADDRESS [--began DAY]
         join KEPT-ADDRESS OTHER-ADDRESS | undo-join ID
         email ADDRESS NEW-ADDRESS (a letter asks the new one) | rename ADDRESS --name "Given Family" | block ADDRESS | unblock ADDRESS
         preview FILE --hold ID [--as-of YYYY-MM-DD] (what an import would do; nothing is written)
  practice due --person ADDRESS | remind
  partners list agreements | list meetings | list outreach [--region NAME] [--as-of YYYY-MM-DD] [--known-on YYYY-MM-DD] | list sessions
  places list [WORDS] [--state open|closes|opens|closed] [--region NAME] [--as-of YYYY-MM-DD] [--known-on YYYY-MM-DD]
         open NUMBER --name NAME --municipality CODE --from YYYY-MM-DD [--no-guidance] | reopen NUMBER
         close NUMBER --from YYYY-MM-DD [--successor NUMBER] --people move|end --reason TEXT [--dry-run]
         merge NUMBER INTO-NUMBER --from YYYY-MM-DD --reason TEXT [--dry-run]
         import FILE --kind biblioteker|maalgruppe|vejledere [--dry-run]
         services [--as-of YYYY-MM-DD] | serve CODE SERVICE --from YYYY-MM-DD --reason TEXT [--dry-run] | serve CODE --take-back YYYY-MM-DD
         move NUMBER [--municipality CODE] [--name NAME] [--opened YYYY-MM-DD] [--guidance yes|no]
  db migrate | seed [--small | --set 2012] | backup FILE | restore FILE | rebuild | check | stuck`;

/** Splits a command line into area, verb, arguments and `--options`. */
export function parseArguments(words: readonly string[]): Input {
  const args: string[] = [];
  const options: Record<string, string> = {};
  for (let at = 0; at < words.length; at++) {
    const word = plainText(words[at]!);
    if (!word.startsWith('--')) {
      args.push(word);
      continue;
    }
    const [name, joined] = word.slice(2).split(/=(.*)/s) as [string, string?];
    const next = words[at + 1] === undefined ? undefined : plainText(words[at + 1]!);
    if (joined !== undefined) options[name] = joined;
    else if (flags.has(name) || next === undefined || next.startsWith('--')) options[name] = '';
    else {
      options[name] = next;
      at += 1;
    }
  }
  const [area = '', verb = '', ...rest] = args;
  return { area, verb, args: rest, options, json: 'json' in options };
}

/** An option the verb does not have. Without this check, a mistyped option would be silently ignored. */
export const findUnknownOption = ({ area, verb, options }: Input): string | undefined =>
  Object.keys(options).find((name) => name !== 'json' && !known[`${area} ${verb}`]?.includes(name));

const known: Record<string, readonly string[]> = {
  'curriculum publish': ['dry-run'],
  'curriculum migrate': ['hold', 'to', 'decision', 'enrolment', 'dry-run'],
  'curriculum graph': ['edition', 'step', 'svg'],
  'curriculum measure': ['language'],
  'certificates verify': ['root', 'offline', 'status-list', 'did', 'signers'],
  'certificates keys': ['from'],
  'certificates status-list': ['out'],
  'certificates signers': ['out'],
  'certificates issue': ['hold', 'dry-run'],
  'certificates revoke': ['reason'],
  'certificates suspend': ['reason'],
  'certificates lift': ['reason'],
  'certificates reissue': ['reason'],
  'certificates replace': ['reason'],
  'certificates export': ['all', 'hold', 'out'],
  'readiness report': ['as-of', 'known-on'],
  'readiness help-points': ['place'],
  'readiness open-data': ['out'],
  'readiness forecast': ['as-of', 'by', 'target', 'seed', 'seats'],
  'readiness distance': ['as-of', 'known-on'],
  'readiness obligations': ['as-of', 'known-on'],
  'readiness reach': ['as-of', 'known-on'],
  'readiness trouble': ['as-of', 'known-on'],
  'readiness shortage': ['as-of', 'known-on', 'region'],
  'readiness expiring': ['as-of', 'known-on', 'region', 'month'],
  'readiness knowledge': ['as-of', 'known-on', 'region'],
  'readiness invitations': ['as-of', 'known-on', 'region'],
  'readiness compare': ['as-of', 'known-on', 'since', 'region'],
  'readiness export': ['as-of', 'out', 'language'],
  'readiness snapshot': ['as-of', 'services'],
  'readiness rollout': ['as-of', 'known-on'],
  'readiness sign-off': ['by', 'has-read', 'reason', 'note'],
  'readiness waves': ['as-of'],
  'readiness policy': ['as-of'],
  'readiness ask': ['gate', 'service', 'due', 'message', 'again', 'dry-run'],
  'readiness override': ['as-of', 'reason', 'by', 'from', 'last-day'],
  'readiness rollout-date': ['as-of', 'set', 'target', 'note'],
  'people add': ['name', 'email', 'library', 'role'],
  'people move': ['library', 'from'],
  'people correct': ['began', 'library', 'from', 'last-day'],
  'people drop': ['began'],
  'people guides': ['from', 'never'],
  'people rename': ['name'],
  'people preview': ['hold', 'as-of'],
  'partners list': ['as-of', 'known-on', 'region'],
  'places list': ['state', 'region', 'as-of', 'known-on'],
  'practice due': ['person'],
  'places open': ['name', 'municipality', 'from', 'no-guidance'],
  'places close': ['from', 'successor', 'people', 'reason', 'dry-run'],
  'places merge': ['from', 'reason', 'dry-run'],
  'places import': ['kind', 'dry-run'],
  'places services': ['as-of'],
  'places serve': ['from', 'reason', 'dry-run', 'take-back'],
  'places move': ['municipality', 'name', 'opened', 'guidance'],
  'db seed': ['small', 'set'],
};

const flags = new Set([
  'again',
  'all',
  'dry-run',
  'has-read',
  'json',
  'never',
  'no-guidance',
  'offline',
  'small',
  'svg',
]);

export const wrongUsage = (why?: string): Answer => ({ exit: 2, error: [why, usage].filter(Boolean).join('\n') });
