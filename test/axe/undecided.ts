/** What axe cannot decide by itself, and why a person who looked at it found it right. */
export const UNDECIDED: readonly {
  /** The rule of axe. */
  readonly rule: string;
  /** Why it could not decide, in its own word. */
  readonly reason: string;
  /** A selector of what was looked at. */
  readonly where: string;
  readonly because: string;
}[] = [
  {
    rule: 'color-contrast',
    reason: 'shortTextContent',
    where: '.brk-key, .brk-plate, .brk-count *',
    because:
      'One digit is all that a key, a plate or a count says; longer ones are measured in the same colours.',
  },
  {
    rule: 'color-contrast',
    reason: 'nonBmp',
    where: '.brk-key',
    because: 'The arrow keys are drawn as arrows, in the colours of the words beside them.',
  },
  {
    rule: 'color-contrast',
    reason: 'bgGradient',
    where: '[data-drop="full"] *',
    because: 'A full room is hatched in two greys that differ less than a hover: ink is above 7:1 on both.',
  },
  {
    rule: 'color-contrast',
    reason: 'elmPartiallyObscured',
    where: '.brk-body *',
    because:
      'What stands at the edge of a list that scrolls is cut there; it is whole when it is scrolled to.',
  },
  {
    rule: 'color-contrast',
    reason: 'bgOverlap',
    where: '.brk-frame *',
    because:
      'Something that floats lies over it: the bar of the selected, a menu, the toast, people in hand.',
  },
  {
    rule: 'target-size',
    reason: 'partiallyObscured',
    where: '.brk-pool [tabindex="-1"]',
    because: 'The bar of the selected lies over the end of the list, which scrolls on below it.',
  },
];
