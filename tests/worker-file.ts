import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const fileTypeWorker = pathToFileURL(path.resolve('app/platform/file-type-worker.js')).href;

/** The built worker, which starts in half the time, where the test run has built it; else its source. */
export const workerFile = pathToFileURL(
  path.resolve(process.env.BUILT_PDF_WORKER ?? 'certificates/worker-from-source.js'),
).href;
