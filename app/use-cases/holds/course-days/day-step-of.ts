import type { Course } from '#curriculum/flow/course.ts';

/** The step of a course that is taken on course days; undefined if it has none. */
export const dayStepOf = (course: Course | undefined) => course?.steps.find(({ kind }) => kind === 'day');
