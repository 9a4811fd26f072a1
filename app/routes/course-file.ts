import type { LoaderFunctionArgs } from '@remix-run/node';
import { courseFile } from '#app/platform/course-file.server.ts';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { contextOf } from '#app/server/load-context.server.ts';
import { notFound } from '#app/server/require-viewer.server.ts';

/** A figure, film or caption track of a course. They are no secret, so they may be kept on the way. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world } = contextOf(context);
  const response = await courseFile(world.catalogue, projectRoot(), params.file!, request.headers.get('range'));
  if (!response) throw notFound();
  return response;
}
