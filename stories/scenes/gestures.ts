/** What hands do in stories. */
import { waitFor, within } from 'storybook/test';

/** The row of a person: in the card of their room, else in the rail. */
export function rowOf(canvas: HTMLElement, name: string): HTMLElement {
  const row = within(canvas)
    .getAllByRole('row')
    .findLast((element) => element.textContent.includes(name));
  if (!row) throw new Error(`${name} is not on the screen.`);
  return row;
}

/** The button that is a person. */
export const personButton = (canvas: HTMLElement, name: string): HTMLElement =>
  rowOf(canvas, name).querySelector<HTMLElement>('.brk-chip-main') ?? rowOf(canvas, name);

const middle = (element: Element, dx = 0, dy = 0) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { clientX: left + width / 2 + dx, clientY: top + height / 2 + dy };
};

/** Takes a person in hand with the pointer and holds them over a place; they are not let go. */
export async function holdOver(from: HTMLElement, over: HTMLElement): Promise<void> {
  const common = {
    bubbles: true,
    cancelable: true,
    composed: true,
    pointerId: 3,
    isPrimary: true,
    button: 0,
    buttons: 1,
  };
  from.dispatchEvent(
    new PointerEvent('pointerdown', { ...common, pointerType: 'mouse', ...middle(from, -30) }),
  );
  for (const step of [0.3, 1]) {
    const start = middle(from, -30);
    const end = middle(over, 20, 10);
    const clientX = start.clientX + (end.clientX - start.clientX) * step;
    const clientY = start.clientY + (end.clientY - start.clientY) * step;
    document.dispatchEvent(
      new PointerEvent('pointermove', { ...common, pointerType: 'mouse', clientX, clientY }),
    );
  }
  await waitFor(() => {
    if (over.getAttribute('data-drop') !== 'current') throw new Error('Nobody is over that place yet.');
  });
}
