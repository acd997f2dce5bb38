/** What axe cannot decide by itself, and why a person who looked at it found it right. */
export const UNDECIDED: readonly {
  /** The rule of axe. */
  readonly rule: string;
  /** Why it could not decide, in its own word; `null` where it has none. */
  readonly reason: string | null;
  /** A selector of what was looked at. */
  readonly where: string;
  readonly because: string;
}[] = [
  {
    rule: 'color-contrast',
    reason: 'shortTextContent',
    where: '.brk *',
    because: 'A digit alone: a key, a plate, a count. Longer ones are measured in the same colours.',
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
    where: '.brk *',
    because:
      'What stands at the edge of a list that scrolls is cut there; it is whole when it is scrolled to.',
  },
  {
    rule: 'color-contrast',
    reason: 'elmPartiallyObscuring',
    where: '.brk-toast *',
    because: 'The toast floats over the edges of cards, on a surface of its own.',
  },
  {
    rule: 'color-contrast',
    reason: 'bgOverlap',
    where: '.brk *',
    because: 'Something floats over it: the bar of the selected, a menu, the toast, people in hand.',
  },
  {
    rule: 'color-contrast',
    reason: 'pseudoContent',
    where: '.brk-drag *',
    because:
      'The edges of further people in hand are drawn behind the first one, who is on the colour of a token.',
  },
  {
    rule: 'color-contrast',
    reason: 'imgNode',
    where: 'b:not(.brk *)',
    because: 'Names on the tiles of the meeting around the kit, which is the story’s own.',
  },
  {
    rule: 'color-contrast',
    reason: null,
    where: '.brk-step > span',
    because:
      'The last words of a wrapped ladder among all parts; they have the colours of the steps beside them.',
  },
  {
    rule: 'target-size',
    reason: 'partiallyObscured',
    where: '.brk-body [tabindex="-1"]',
    because:
      'It stands at the edge of a list that scrolls, or under the bar of the selected: scrolled to, it is whole.',
  },
  {
    rule: 'frame-tested',
    reason: null,
    where: 'iframe',
    because:
      'Each person of the whole session has a page of their own; its screens are checked in their own stories.',
  },
];
