import type { Environment } from '#app/platform/env.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { beginSignOff } from '#app/use-cases/rollout/sign-off/begin-sign-off.server.ts';
import { endSignOff } from '#app/use-cases/rollout/sign-off/end-sign-off.server.ts';
import { openWave } from '#app/use-cases/rollout/sign-off/open-wave.server.ts';
import { type SignOffView, seeSignOff } from '#app/use-cases/rollout/sign-off/see-sign-off.server.ts';
import { signWave } from '#app/use-cases/rollout/sign-off/sign-wave.server.ts';
import { findViewerByEmail } from '#app/use-cases/sign-in/find-viewer-by-email.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { Decision } from '#curriculum/rollout/sign-off.ts';
import { listWaves } from '#db/queries/wave.ts';
import { type Answer, type Input, wrongUsage } from '../arguments.ts';
import { inWorld } from '../in-world.ts';
import { json } from '../json.ts';

type Named = { id: string; name: string };
type Act = (world: World, viewer: Viewer, wave: Named) => Promise<Answer>;

/**
 * `readiness sign-off show|freeze|sign|end|open WAVE`: the sign-off of a wave, named by its id or name. Whoever acts is named
 * with `--by` and may do what they may do on the page.
 */
export async function signOffVerb(input: Input, env: Environment): Promise<Answer> {
  const [verb, wave] = input.args;
  if (!wave) return wrongUsage();
  if (verb === 'show') return show(wave, env);
  const act = actOf(input);
  if (!act) return wrongUsage();
  if (!input.options.by) return wrongUsage('Name who does it with --by ADDRESS.');
  return inWorld(env, (world) => acting(world, { wave, by: input.options.by! }, act), { migrate: true });
}

function actOf({ args: [verb, , ...decisions], options }: Input): Act | undefined {
  switch (verb) {
    case 'freeze':
      return (world, viewer, wave) => freeze(world, viewer, wave, decisions);
    case 'sign':
      return (world, viewer, wave) => sign(world, viewer, wave, 'has-read' in options);
    case 'end':
      return (world, viewer, wave) => end(world, viewer, wave, options.reason ?? '');
    case 'open':
      return (world, viewer, wave) => open(world, viewer, wave, options.note ?? '');
    default:
      return undefined;
  }
}

const show = (named: string, env: Environment): Promise<Answer> =>
  inWorld(env, async (world) => {
    const wave = await waveNamed(world, named);
    const view = wave && (await seeSignOff(world, null, wave.id));
    if (!view) return refused('not-found');
    return { exit: 0, text: textOf(view), json: json['readiness sign-off show'](view) };
  });

async function acting(world: World, { wave: named, by }: { wave: string; by: string }, act: Act): Promise<Answer> {
  const viewer = await findViewerByEmail(world, by);
  if (!viewer) return refused('nobody-with-address');
  const wave = await waveNamed(world, named);
  return wave ? act(world, viewer, wave) : refused('not-found');
}

async function freeze(world: World, viewer: Viewer, wave: Named, written: readonly string[]): Promise<Answer> {
  const decisions: Decision[] = [];
  for (const each of written) {
    const found = decision.exec(each)?.groups;
    if (!found) return wrongUsage(`"${each}" is no decision: write SERVICE:waits:REASON.`);
    const to = found.to && (await waveNamed(world, found.to));
    if (found.to && !to) return refused('no-such-wave');
    decisions.push({
      ...{ serviceId: found.service!, outcome: found.outcome ?? 'moved' },
      ...{ toWave: to ? to.id : '', why: found.why! },
    });
  }
  const outcome = await beginSignOff(world, viewer, { waveId: wave.id, decisions });
  if (outcome.ok) return done('frozen', outcome);
  if (outcome.reason !== 'not-decided') return refused(outcome.reason);
  const lines = outcome.issues.map(({ serviceId, problem }) => `${serviceId}: ${problems[problem]}`);
  return { exit: 1, error: lines.join('\n'), json: json['readiness sign-off'](outcome) };
}

/** `SERVICE:waits:REASON`, `SERVICE:override:REASON` or `SERVICE:moved:WAVE:REASON`. */
const decision = /^(?<service>[^:]+):(?:(?<outcome>waits|override)|moved:(?<to>[^:]+)):(?<why>.+)$/s;

async function sign(world: World, viewer: Viewer, wave: Named, hasRead: boolean): Promise<Answer> {
  const round = await roundOf(world, viewer, wave);
  if (!round.ok) return refused(round.reason);
  const outcome = await signWave(world, viewer, { roundId: round.id, hasRead });
  if (!outcome.ok) return refused(outcome.reason);
  return done(outcome.complete ? 'signed by all' : 'signed; another must sign too', outcome);
}

async function end(world: World, viewer: Viewer, wave: Named, why: string): Promise<Answer> {
  const round = await roundOf(world, viewer, wave);
  if (!round.ok) return refused(round.reason);
  const outcome = await endSignOff(world, viewer, { roundId: round.id, why });
  return outcome.ok ? done('ended', outcome) : refused(outcome.reason);
}

async function open(world: World, viewer: Viewer, wave: Named, note: string): Promise<Answer> {
  const outcome = await openWave(world, viewer, { waveId: wave.id, note });
  if (!outcome.ok) return refused(outcome.reason);
  const others = outcome.notOpened.map(({ name, refusal }) => `${name} was not opened: ${refusal.reason}`);
  return done([`${outcome.opened} went live`, ...others].join('\n'), outcome);
}

type RoundOf = { ok: true; id: string } | { ok: false; reason: 'forbidden' | 'not-frozen' };

async function roundOf(world: World, viewer: Viewer, wave: Named): Promise<RoundOf> {
  const view = await seeSignOff(world, viewer, wave.id);
  if (!view) return { ok: false, reason: 'forbidden' };
  return view.round ? { ok: true, id: view.round.id } : { ok: false, reason: 'not-frozen' };
}

const waveNamed = async (world: World, named: string): Promise<Named | undefined> => {
  const waves = await listWaves(world.db);
  return waves.find(({ id }) => id === named) ?? waves.find(({ name }) => name === named);
};

function textOf({ wave, before, round, ended }: SignOffView): string {
  const head = `${wave.name}, opens ${wave.opensOn}: ${round?.standing ?? 'not frozen'}`;
  const lines = before
    ? [`${before.ready} ready`, ...before.undecided.map(({ serviceId, name }) => `to decide: ${serviceId} ${name}`)]
    : [];
  if (round) {
    lines.push(`${round.opening} open by it`, `hash ${round.frozen?.sha256 ?? 'altered in the database'}`);
    for (const { name, at } of round.signatures) lines.push(`signed by ${name}, ${at}`);
    const missing = round.persons - round.signatures.length;
    if (missing > 0) lines.push(`signatures missing: ${missing}`);
    for (const { serviceId, name, outcome, toWave, why } of round.deviations)
      lines.push(`${serviceId} ${name}: ${outcome}${toWave ? ` to ${toWave}` : ''}: ${why}`);
  }
  for (const { kind, why, at } of ended) lines.push(`${kind} ${at}: ${why}`);
  return [head, ...lines].join('\n');
}

const done = (text: string, outcome: Parameters<(typeof json)['readiness sign-off']>[0]): Answer => ({
  ...{ exit: 0, text, json: json['readiness sign-off'](outcome) },
});

const refused = (reason: keyof typeof reasons): Answer => ({
  ...{ exit: 1, error: reasons[reason], json: json['readiness sign-off']({ ok: false, reason }) },
});

const reasons = {
  'nobody-with-address': 'Nobody who can sign in has that address.',
  'not-found': 'There is no such wave: readiness waves names them.',
  'no-such-wave': 'There is no such wave to move to: readiness waves names them.',
  forbidden: 'Only the agency and administrators sign off.',
  nobody: 'There are no services in the wave.',
  'round-open': 'The wave is frozen already and waits for signatures.',
  'round-signed': 'The wave is signed already.',
  busy: 'The facts kept changing while they were read. Try again in a moment.',
  'not-frozen': 'The wave is not frozen: freeze it first.',
  'not-read': 'Say with --has-read that the figures and deviations were read: sign-off show prints them.',
  altered: 'The snapshot was altered in the database after it was taken. End it, and freeze anew.',
  ended: 'It is over already.',
  'already-signed': 'That person has signed. Another person must sign now.',
  complete: 'All signatures are given.',
  'no-reason': 'Say why with --reason, in at least 5 characters.',
  'not-signed': 'The wave is not signed. Sign it first.',
  'too-early': 'The wave opens only on its day.',
  'note-missing': 'Say with --note what the decision rests on.',
} as const;

const problems = {
  undecided: 'say what becomes of it: SERVICE:waits:REASON, SERVICE:moved:WAVE:REASON or SERVICE:override:REASON',
  'no-override': 'no override is in force on that day: readiness override give',
  'no-wave': 'name another wave',
  'no-reason': 'say why, in at least 5 characters',
} as const;
