import type { Course } from '#curriculum/flow/course.ts';

/** Which text a certificate has: that of the whole course or that of a renewal. */
export const variantOf = ({ renews }: Course): 'course' | 'renewal' => (renews ? 'renewal' : 'course');
