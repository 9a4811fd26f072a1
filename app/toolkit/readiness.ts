import type { Environment } from '#app/platform/env.server.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { forecastVerb } from './readiness/forecast.ts';
import { reportVerb } from './readiness/report.ts';

/** The questions about readiness, one file for each verb. docs/readiness-questions.md describes what they print. */
export async function readinessVerb(input: Input, env: Environment): Promise<Answer> {
  switch (input.verb) {
    case 'report':
      return reportVerb(input, env);
    case 'forecast':
      return forecastVerb(input, env);
    default:
      return wrongUsage();
  }
}
