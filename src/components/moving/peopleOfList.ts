import { PERSON_KEY } from '../drag/press.js';

/** On the element that holds one list of people: the list's name. */
export const LIST_KEY = 'data-list';

/** The people of the list around an element, as they stand on the screen. */
export function peopleOfList(inside: Element): readonly string[] {
  const list = inside.closest(`[${LIST_KEY}]`);
  return [...(list?.querySelectorAll(`[${PERSON_KEY}]`) ?? [])].flatMap(
    (row) => row.getAttribute(PERSON_KEY) ?? [],
  );
}
