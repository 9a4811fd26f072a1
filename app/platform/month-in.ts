/** The month `2027-03` of an address; undefined where there is none or it is no month. */
export const monthIn = ({ searchParams }: URL): string | undefined =>
  searchParams.get('month')?.match(/^\d{4}-(0[1-9]|1[0-2])$/)?.[0];
