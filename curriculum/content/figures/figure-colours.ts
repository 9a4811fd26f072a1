/**
 * The colours of a figure: five, so that it can be read in grey and turns dark with the page. Petrol draws, wash fills,
 * white is the ground, grey is what stands back, ink is for words. They are the product's own; a test compares them.
 */
export const figureColours = {
  petrol: '#00505a',
  'petrol-wash': '#e7f1f1',
  white: '#fff',
  grey: '#6b6a63',
  ink: '#1a1a1a',
};
