import type { Viewer } from '#app/use-cases/viewer.ts';

/** Whether the library itself says it, by its contact person, or the agency on its behalf. */
export const tellerOf = ({ grants }: Viewer, serviceId: string): 'library' | 'agency' =>
  grants.some((grant) => grant.role === 'contact-person' && grant.serviceId === serviceId) ? 'library' : 'agency';
