type Given = {
  number: string;
  title: string;
  issuer: string;
  checkUrl: string;
  validFrom: string;
  lastValidDay: string;
};

/** The address of LinkedIn's form for adding a certificate, filled in. Nothing is sent until the holder follows it. */
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
  // Only forms read a plus as a space, and other programs read this address.
  return `https://www.linkedin.com/profile/add?${String(search).replaceAll('+', '%20')}`;
}
