type Given = {
  number: string;
  title: string;
  issuer: string;
  checkUrl: string;
  validFrom: string;
  lastValidDay: string;
};

/** LinkedIn's form for a certificate on one's own profile, filled in; nothing is sent before its holder follows it. */
export function linkedInAddress({ number, title, issuer, checkUrl, validFrom, lastValidDay }: Given): string {
  const [issueYear, issueMonth] = validFrom.split('-').map(Number) as [number, number];
  const [expirationYear, expirationMonth] = lastValidDay.split('-').map(Number) as [number, number];
  const filled = {
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: issuer,
    issueYear,
    issueMonth,
    expirationYear,
    expirationMonth,
    certUrl: checkUrl,
    certId: number,
  };
  const search = new URLSearchParams(Object.entries(filled).map(([name, value]) => [name, String(value)]));
  // A plus is a space in forms alone, and this is read by others.
  return `https://www.linkedin.com/profile/add?${String(search).replaceAll('+', '%20')}`;
}
