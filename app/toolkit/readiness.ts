import type { Environment } from '#app/platform/env.server.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { askVerb } from './readiness/ask.ts';
import { distanceVerb } from './readiness/distance.ts';
import { exportReportVerb } from './readiness/export.ts';
import { forecastVerb } from './readiness/forecast.ts';
import { helpPointsVerb } from './readiness/help-points.ts';
import { mondayVerb } from './readiness/monday.ts';
import { obligationsVerb } from './readiness/obligations.ts';
import { openDataVerb } from './readiness/open-data.ts';
import { overrideVerb } from './readiness/override.ts';
import { policyVerb } from './readiness/policy.ts';
import { questionVerb } from './readiness/question.ts';
import { reachVerb } from './readiness/reach.ts';
import { reportVerb } from './readiness/report.ts';
import { rolloutVerb } from './readiness/rollout.ts';
import { rolloutDateVerb } from './readiness/rollout-date.ts';
import { signOffVerb } from './readiness/sign-off.ts';
import { snapshotVerb } from './readiness/snapshot.ts';
import { troubleVerb } from './readiness/trouble.ts';
import { wavesVerb } from './readiness/waves.ts';

/** The questions about readiness, one file for each verb. docs/readiness-questions.md describes what they print. */
export async function readinessVerb(input: Input, env: Environment): Promise<Answer> {
  switch (input.verb) {
    case 'report':
      return reportVerb(input, env);
    case 'policy':
      return policyVerb(input, env);
    case 'ask':
      return askVerb(input, env);
    case 'override':
      return overrideVerb(input, env);
    case 'forecast':
      return forecastVerb(input, env);
    case 'export':
      return exportReportVerb(input, env);
    case 'snapshot':
      return snapshotVerb(input, env);
    case 'distance':
      return distanceVerb(input, env);
    case 'help-points':
      return helpPointsVerb(input, env);
    case 'open-data':
      return openDataVerb(input, env);
    case 'obligations':
      return obligationsVerb(input, env);
    case 'reach':
      return reachVerb(input, env);
    case 'trouble':
      return troubleVerb(input, env);
    case 'monday':
      return mondayVerb(input, env);
    case 'rollout-date':
      return rolloutDateVerb(input, env);
    case 'rollout':
      return rolloutVerb(input, env);
    case 'waves':
      return wavesVerb(input, env);
    case 'sign-off':
      return signOffVerb(input, env);
    case 'shortage':
    case 'expiring':
    case 'knowledge':
    case 'invitations':
    case 'compare':
      return questionVerb(input.verb, input, env);
    default:
      return wrongUsage();
  }
}
