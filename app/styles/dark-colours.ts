/** The colours of a figure on a dark page, as _colours.scss has them: a figure is a picture without a style sheet. */
export const darkColours = {
  petrol: '#83c9d1',
  'petrol-wash': '#1b3539',
  white: '#14191b',
  grey: '#a8a59c',
  ink: '#ecebe6',
};
