/** The colours of _colours.scss for what is drawn without a style sheet: mails, and the map as a picture. */
export const colours = {
  petrol: '#00505a',
  'petrol-mid': '#4f8f97',
  'petrol-soft': '#bcd6d8',
  'petrol-wash': '#e7f1f1',
  ink: '#1a1a1a',
  'ink-2': '#57564f',
  grey: '#6b6a63',
  rule: '#d8d5cb',
  'rule-strong': '#8b8a82',
  paper: '#f8f6f0',
  'paper-light': '#fbfaf6',
  land: '#f1efe8',
  white: '#fff',
} as const;
