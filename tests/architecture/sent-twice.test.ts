import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const stateRefuses = 'The first one changed the state, so the second is refused or finds nothing left to do.';
const setsAValue =
  'It sets a value, and the second time it is the same one; where there is an audit, it has two lines.';
const onlyReads = 'It stores nothing about what was sent.';

/** What a form carries out without an operation, and why sending it twice is harmless. */
const excused: Record<string, string> = {
  addCourseDay: 'The hold meets at that time and place already.',
  addLeader: stateRefuses,
  addPerson: 'The page asks for an address, and each address is one person.',
  annulWithheld: stateRefuses,
  answerByLink: 'A link answers once.',
  breakOffAttempt: stateRefuses,
  cancelCourseDay: stateRefuses,
  changeCertificate: stateRefuses,
  changeCourseDay: stateRefuses,
  changeSeats: setsAValue,
  checkCertificate: onlyReads,
  checkFile: onlyReads,
  proposeGrading: onlyReads,
  claimSubmission: stateRefuses,
  clearWithheld: stateRefuses,
  commitPlaces: 'The same file changes nothing the second time.',
  commitImport:
    'The same file joins the run that is under way; later, those who are on the hold already stay as they are.',
  confirmEmail: 'A link is used once.',
  completeNextStep: 'A step that is done stays done.',
  correctAffiliation: 'What already stands so is not stored again.',
  correctLibrary: 'What already stands so is not stored again.',
  correctAttendance: 'Only the latest note can be corrected, and not to what it says.',
  previewPolicy: 'It stores nothing.',
  decideEvidence: stateRefuses,
  decideAppeal: stateRefuses,
  decideForGroups: 'Whoever was decided about stands elsewhere afterwards, so the second is refused.',
  decideMigration: 'Who is on the edition already, or was to stay already, is left as they are.',
  decideRequest: stateRefuses,
  deliverOutbox: 'Each letter is taken by one round.',
  endLeave: stateRefuses,
  endSignOff: stateRefuses,
  flagQuestion: setsAValue,
  giveAttendanceProof: stateRefuses,
  giveLeave: stateRefuses,
  gradeSubmission: stateRefuses,
  grantRole: 'A role that is held is not given again.',
  handInPractical: stateRefuses,
  handInQuiz: stateRefuses,
  holdBack: setsAValue,
  joinPeople: 'The record that was joined is gone into the other, so the second is refused.',
  letGo: setsAValue,
  listRefusedPlaces: onlyReads,
  listRefusedRows: onlyReads,
  lodgeAppeal: stateRefuses,
  movePerson: 'The second day is not after the first.',
  openWave: 'A service that is live is left as it is.',
  orderReport: 'The snapshot that it takes has the operation of the form, and a snapshot is printed once.',
  setPractice: setsAValue,
  previewImport: onlyReads,
  previewPlaces: onlyReads,
  rateStep: setsAValue,
  readLesson: stateRefuses,
  recordAttendance: 'An adviser has one note for a course day; another is a correction.',
  reissueCertificate: stateRefuses,
  releaseName: setsAValue,
  releaseSubmission: stateRefuses,
  rememberPlace: setsAValue,
  remindInvited: 'Nobody is reminded twice on one day.',
  removeOwnFile: stateRefuses,
  renamePerson: 'The name it already is is not stored again.',
  replaceCertificate: stateRefuses,
  reopenLibrary: stateRefuses,
  requestEmailChange: 'Another letter with another link; so many an hour, and the first that is used counts.',
  requestSeat: stateRefuses,
  revokeRole: stateRefuses,
  saveDraft: setsAValue,
  saveNote: setsAValue,
  sayReply: 'What was tried is a set: the same reply again adds nothing.',
  sendRegret: stateRefuses,
  sendSignInCode: 'Another letter with another code, so many an hour.',
  setBookmark: setsAValue,
  setBlocked: setsAValue,
  setCampaignSignup: setsAValue,
  setGuidesFrom: setsAValue,
  setPeerSeat: setsAValue,
  signWave: 'Nobody signs twice.',
  signInAsDemo: 'Another session of the same person.',
  signOut: stateRefuses,
  startCourse: stateRefuses,
  startIssuing: 'One run of a hold at a time.',
  startQuiz: stateRefuses,
  takeAppeal: stateRefuses,
  takeBackServing: stateRefuses,
  takeOverSubmission: stateRefuses,
  undoGuidance: stateRefuses,
  undoJoin: stateRefuses,
  undoRegret: stateRefuses,
  unsubmit: stateRefuses,
  useSignInCode: 'A code is used once.',
  withdraw: stateRefuses,
  withdrawEvidence: stateRefuses,
  withdrawOverride: stateRefuses,
  withdrawRecord: stateRefuses,
  workOffIssueRuns: 'It goes on with what was begun.',
};

/** Every use case that the action of a route carries out, and whether it takes an operation. */
function carriedOut(): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const file of readdirSync('app/routes')) {
    const source = readFileSync(`app/routes/${file}`, 'utf8');
    const action = /export async function action[\s\S]*?(?=\nexport |$(?![\s\S]))/.exec(source)?.[0] ?? '';
    for (const [, names, path] of source.matchAll(/import \{([^}]*)\} from '#app\/(use-cases\/[^']+\.server\.ts)'/g))
      for (const name of names!.split(',').map((each) => each.trim()))
        if (new RegExp(`\\b${name}\\(world\\b`).test(action))
          found.set(name, readFileSync(`app/${path}`, 'utf8').includes('operationOf('));
  }
  return found;
}

/** They take an operation, but not by `operationOf`. */
const byOwnWay = ['logGuidance', 'saveAnswer', 'savePracticeAnswer'];
const readers = ['seatsOf', 'titlesOf'];

test('what a form carries out is done once by its operation, or is excused here with the reason', () => {
  const all = [...carriedOut()].filter(([name]) => !readers.includes(name));
  expect(all.length).toBeGreaterThan(50);
  const carrying = all.filter(([name, carries]) => carries || byOwnWay.includes(name)).map(([name]) => name);
  expect(carrying.sort()).toEqual(
    [
      ...['askForEvidence', 'closeLibrary', 'createHold', 'giveOverride', 'grantAttempt', 'grantTime', 'logGuidance'],
      ...['moveDeadline', 'openLibrary', 'recordAgreement', 'recordEvidence', 'recordMeeting', 'recordOutreach'],
      ...[
        'recordPeerSession',
        'recordRollout',
        'saveAnswer',
        'savePracticeAnswer',
        'sendNetworkMessage',
        'setRolloutDate',
      ],
      ...['moveToWave', 'recordHelpConsent', 'recordHelpPoint', 'recordWave', 'serveMunicipality', 'tryExercise'],
      ...['beginSignOff', 'inviteServices', 'noteAnswer'],
    ].sort(),
  );
  const others = all.map(([name]) => name).filter((name) => !carrying.includes(name));
  expect(others.sort()).toEqual(Object.keys(excused).sort());
});
