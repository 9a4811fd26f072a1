/** The colours that DKFDS writes into its rules, and which of ours stands in their place. */
const ours: Readonly<Record<string, string>> = {
  '#1a1a1a': 'ink',
  '#454545': 'ink-2',
  '#57564f': 'ink-2',
  '#707070': 'grey',
  '#8e8e8e': 'rule-strong',
  '#bfbfbf': 'rule',
  '#dcdcdc': 'rule',
  '#f5f5f5': 'paper',
  '#fff': 'white',
  white: 'white',
  '#00505a': 'petrol',
  '#00363d': 'petrol-dark',
  '#800080': 'petrol',
  '#358000': 'petrol',
  '#ddf7ce': 'petrol-wash',
  '#1b86c3': 'petrol-mid',
  '#e2f2fb': 'petrol-wash',
  '#febb30': 'amber',
  '#ffeecc': 'amber-wash',
  '#cc0000': 'red',
  '#ffe0e0': 'red-pale',
};

/**
 * DKFDS computes its colours when Sass runs, so no theme reaches them. This PostCSS plugin names our custom property
 * instead; then fields, buttons and tables turn dark with the page. The custom properties themselves stay as they are.
 */
export const dkfdsInOurColours = {
  postcssPlugin: 'dkfds-in-our-colours',
  Declaration(declaration: { prop: string; value: string }): void {
    if (declaration.prop.startsWith('--') || /url\(/.test(declaration.value)) return;
    const named = declaration.value.replace(/#[0-9a-f]{3,8}\b|(?<![\w-])white(?![\w-])/gi, (literal) => {
      const name = ours[literal.toLowerCase()];
      return name ? `var(--${name})` : literal;
    });
    // PostCSS visits a declaration again when it has changed.
    if (named !== declaration.value) declaration.value = named;
  },
};
