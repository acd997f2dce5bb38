import { waitFor } from '@testing-library/react';
import { middleOf, onPage, seenOf, type Point } from '../../input/hands.js';

/** As near to an edge as makes the list come along. */
const EDGE = 10;
/** Enough of a room to aim at. */
const ENOUGH = 20;

/**
 * Carries people in hand to a place. While it is out of sight the hand waits at the edge it lies behind, and what is there
 * scrolls.
 */
export async function carry(place: HTMLElement, moveTo: (at: Point) => Promise<void>): Promise<void> {
  const view = place.ownerDocument.defaultView as Window;
  if (seenOf(place).height < ENOUGH) {
    const { top } = place.getBoundingClientRect();
    const y = top > view.innerHeight / 2 ? view.innerHeight - EDGE : EDGE;
    await moveTo(onPage(view, { x: middleOf(place.parentElement as Element).x, y }));
    await waitFor(() => {
      if (seenOf(place).height < ENOUGH) throw new Error('The place does not come into sight.');
    });
  }
  await waitFor(async () => {
    await moveTo(onPage(view, middleOf(place)));
    const drop = place.getAttribute('data-drop');
    if (drop !== 'current') throw new Error(`The place under the hand is ${drop ?? 'no place'}.`);
  });
}
