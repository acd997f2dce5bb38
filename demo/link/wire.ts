/** Values on their way between a window and the host: plain data as it is; room objects, streams and callbacks by number. */

/** Anything that can be called. */
export type Callable = (...inputs: unknown[]) => unknown;

/** One value, ready for `postMessage`. */
export type Wire =
  | { readonly is: 'plain'; readonly value: unknown }
  /** A room object or a stream, which lives at the host. */
  | { readonly is: 'object'; readonly id: number }
  /** A callback, which lives in the window. */
  | { readonly is: 'callback'; readonly id: number }
  | { readonly is: 'list'; readonly items: readonly Wire[] }
  | { readonly is: 'record'; readonly fields: readonly (readonly [name: string, value: Wire])[] };

/** How one end knows what cannot be copied. `null` for what it has no number for. */
export interface Numbers {
  readonly ofObject: (value: object) => number | null;
  readonly ofCallback: (value: Callable) => number | null;
}

const NOTHING: Wire = { is: 'plain', value: undefined };

/** Writes a value. What can be neither copied nor numbered is left out. */
export function write(value: unknown, numbers: Numbers): Wire {
  if (typeof value === 'function') {
    const id = numbers.ofCallback(value as Callable);
    return id === null ? NOTHING : { is: 'callback', id };
  }
  if (typeof value === 'symbol') return NOTHING;
  if (typeof value !== 'object' || value === null) return { is: 'plain', value };
  const id = numbers.ofObject(value);
  if (id !== null) return { is: 'object', id };
  if (Array.isArray(value)) return { is: 'list', items: value.map((item) => write(item, numbers)) };
  // A Map, an Error and the like are copied by the browser itself.
  if (!isRecord(value)) return { is: 'plain', value };
  return { is: 'record', fields: Object.entries(value).map(([name, held]) => [name, write(held, numbers)]) };
}

/** Reads a value; `find` gives what stands for an object or a callback on this side. */
export function read(wire: Wire, find: (what: 'object' | 'callback', id: number) => unknown): unknown {
  switch (wire.is) {
    case 'plain':
      return wire.value;
    case 'object':
    case 'callback':
      return find(wire.is, wire.id);
    case 'list':
      return wire.items.map((item) => read(item, find));
    case 'record':
      return Object.fromEntries(wire.fields.map(([name, held]) => [name, read(held, find)]));
  }
}

function isRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
