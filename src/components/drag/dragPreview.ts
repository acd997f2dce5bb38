/** What travels under the pointer: a picture of the chip, and how many it stands for. */

/** Where and how the picture is put. */
export interface PreviewPlace {
  /** Outside of anything transformed: there `position: fixed` would be counted from the wrong corner. */
  readonly container: HTMLElement | ShadowRoot;
  /** Theme, density and direction of the planner, which does not reach out to the container. */
  readonly look: Readonly<Record<string, string | undefined>>;
}

/** A picture of people on the way. */
export interface DragPreview {
  readonly move: (x: number, y: number) => void;
  /** How many travel now. */
  readonly count: (people: number) => void;
  readonly remove: () => void;
}

const WIDTH = 200;

/**
 * Draws it.
 *
 * @param chip - The chip that was pressed.
 * @param count - How many people travel.
 * @param grip - Where in the chip it was pressed.
 */
export function createDragPreview(
  chip: HTMLElement,
  count: number,
  grip: { readonly x: number; readonly y: number },
  { container, look }: PreviewPlace,
): DragPreview {
  const page = chip.ownerDocument;
  const layer = page.createElement('div');
  layer.className = 'brk brk-drag-layer';
  layer.setAttribute('aria-hidden', 'true');
  for (const [name, value] of Object.entries(look)) if (value !== undefined) layer.setAttribute(name, value);

  const card = page.createElement('div');
  card.className = 'brk-drag';
  card.append(pictureOf(chip));
  const badge = page.createElement('span');
  badge.className = 'brk-drag-count';
  const tell = (people: number) => {
    card.toggleAttribute('data-many', people > 1);
    badge.textContent = String(people);
    if (people > 1) card.append(badge);
    else badge.remove();
  };
  tell(count);
  layer.append(card);
  container.append(layer);

  const offset = { x: Math.min(grip.x, WIDTH - 24), y: grip.y };
  return {
    move(x, y) {
      card.style.setProperty('transform', `translate(${String(x - offset.x)}px, ${String(y - offset.y)}px)`);
    },
    count: tell,
    remove: () => layer.remove(),
  };
}

/** A copy that is a picture only: nobody can focus it, find it or select it. */
function pictureOf(chip: HTMLElement): HTMLElement {
  const picture = chip.cloneNode(true) as HTMLElement;
  picture.querySelector('.brk-chip-tail')?.remove();
  for (const button of picture.querySelectorAll('button')) {
    const still = chip.ownerDocument.createElement('span');
    still.className = button.className;
    still.append(...button.childNodes);
    button.replaceWith(still);
  }
  for (const name of OF_THE_ROW) picture.removeAttribute(name);
  for (const element of picture.querySelectorAll('[id], [role]')) {
    element.removeAttribute('id');
    element.removeAttribute('role');
  }
  return picture;
}

/** What makes the row a row, and selected. */
const OF_THE_ROW = ['id', 'role', 'data-person', 'data-selected', 'data-state', 'aria-selected'];
