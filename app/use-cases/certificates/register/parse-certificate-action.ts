import { type CertificateAction, certificateActions } from '#curriculum/certification/certificate-actions.ts';

/** The action that a text names; undefined if it names none. */
export const parseCertificateAction = (text: string): CertificateAction | undefined =>
  certificateActions.find((each) => each === text);
