/** The lists of people on one board, by name. Most of a long list is not in the page: whoever asks who is in it asks here. */
import type { PersonKey } from '../../state/types.js';

/** On the element that holds one list of people: the list's name. */
export const LIST_KEY = 'data-list';

/** One list, as it stands on the screen. */
export interface PeopleList {
  /** Everybody in it, in order, drawn or not. */
  readonly people: readonly PersonKey[];
  /** Brings a person into sight and gives them the focus. */
  readonly focus: (person: PersonKey) => void;
  /**
   * Gives the focus from one of those who are about to go to who comes next, if both are in the page. Returns whether it
   * did. A browser that takes out what has the focus lays out the page in the middle of it.
   */
  readonly handOn: (gone: ReadonlySet<PersonKey>) => boolean;
}

/** The name of the list around an element, or `null`. */
export const listAround = (element: Element): string | null =>
  element.closest(`[${LIST_KEY}]`)?.getAttribute(LIST_KEY) ?? null;

const NOBODY: readonly PersonKey[] = [];

/** The people of the list around an element. */
export function peopleAround(
  { lists }: { readonly lists: ReadonlyMap<string, PeopleList> },
  element: Element,
): readonly PersonKey[] {
  return lists.get(listAround(element) ?? '')?.people ?? NOBODY;
}

const places = new WeakMap<readonly PersonKey[], ReadonlyMap<PersonKey, number>>();

/** Where each person stands in a list. Worked out once for a list: thousands are not searched again for every row. */
export function placesIn(people: readonly PersonKey[]): ReadonlyMap<PersonKey, number> {
  let known = places.get(people);
  if (!known) places.set(people, (known = new Map(people.map((key, at) => [key, at]))));
  return known;
}
