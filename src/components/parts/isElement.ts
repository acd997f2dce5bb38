/**
 * Whether it is an element of any document. `instanceof` knows the classes of one page only, and a portal may draw into
 * another: a frame, or a window of its own.
 */
export const isElement = (value: unknown): value is HTMLElement =>
  typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 1;

/** The element a shadow root belongs to; `null` for every other node. */
export const hostOf = (root: Node | null): Element | null =>
  root?.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null;
