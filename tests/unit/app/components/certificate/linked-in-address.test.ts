import { expect, test } from 'vitest';
import { linkedInAddress } from '#app/components/certificate/linked-in-address.ts';

test('LinkedIn gets the title, the issuer, both months, the number and the check page, and no name', () => {
  const address = new URL(
    linkedInAddress({
      number: '2026-00417',
      title: 'It-pædagogisk vejleder & mere',
      issuer: 'Prøvestyrelsen',
      checkUrl: 'https://vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC-9K2D?lang=en',
      validFrom: '2026-11-24',
      lastValidDay: '2028-11-23',
    }),
  );
  expect(address.search).not.toContain('+');
  expect(address.origin + address.pathname).toBe('https://www.linkedin.com/profile/add');
  expect(Object.fromEntries(address.searchParams)).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'It-pædagogisk vejleder & mere',
    organizationName: 'Prøvestyrelsen',
    issueYear: '2026',
    issueMonth: '11',
    expirationYear: '2028',
    expirationMonth: '11',
    certUrl: 'https://vejlederbevis.example/v/K7QM-4T9X-2HVD-W8RC-9K2D?lang=en',
    certId: '2026-00417',
  });
});
