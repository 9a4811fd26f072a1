import type { Environment } from '#app/platform/env.server.ts';
import { type Answer, type Input, wrongUsage } from './arguments.ts';
import { closeVerb } from './places/close.ts';
import { correctVerb } from './places/correct.ts';
import { importVerb } from './places/import.ts';
import { listVerb } from './places/list.ts';
import { openVerb } from './places/open.ts';
import { serveVerb, servicesVerb } from './places/serve.ts';

/** Libraries and who serves what, one file for each verb. It checks no permission: whoever runs it has the database itself. */
export async function placesVerb(input: Input, env: Environment): Promise<Answer> {
  switch (input.verb) {
    case 'list':
      return listVerb(input, env);
    case 'open':
    case 'reopen':
      return openVerb(input, env);
    case 'close':
    case 'merge':
      return closeVerb(input, env);
    case 'move':
      return correctVerb(input, env);
    case 'serve':
      return serveVerb(input, env);
    case 'services':
      return servicesVerb(input, env);
    case 'import':
      return importVerb(input, env);
    default:
      return wrongUsage();
  }
}
