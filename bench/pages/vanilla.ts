/** A planner by hand, without a library: every row is in the page, and one set of listeners drags. The lower bound. */
import 'breakout-kit/styles.css';
import { drawChrome, rowShape, writeNotes, type Chrome, type Parts } from './chrome.js';
import { crowdOf, type Somebody } from './crowd.js';
import * as ground from './ground.js';
import { painted } from './painted.js';
import { rowOf } from './row.js';
import { stage } from './stage.js';

let people: readonly Somebody[] = [];
let chrome: Chrome = { html: '', notes: [] };
let parts: Parts | undefined;
let listening = new AbortController();
/** Who sits in which room, by its number. */
const seats = new Map<string, number>();

function draw(): void {
  parts = drawChrome(chrome);
  const rows = document.createDocumentFragment();
  for (const person of people) rows.append(rowOf(person));
  parts.list.append(rows);
  parts.count.textContent = String(people.length);
  drag(parts);
}

interface Held {
  readonly row: HTMLElement;
  readonly x: number;
  readonly y: number;
}

function drag({ frame, list, count, rooms }: Parts): void {
  const { signal } = (listening = new AbortController());
  let pressed: Held | null = null;
  let preview: HTMLElement | null = null;
  let rects: readonly DOMRect[] = [];
  let target: HTMLElement | null = null;
  let frameAsked = 0;
  const at = { x: 0, y: 0 };

  const lift = ({ row }: Held) => {
    row.dataset['state'] = 'origin';
    frame.dataset['moving'] = '';
    for (const room of rooms) room.dataset['drop'] = 'allowed';
    writeNotes(rooms, chrome.notes);
    preview = document.createElement('div');
    preview.className = 'brk brk-drag-layer';
    const card = document.createElement('div');
    card.className = 'brk-drag';
    const picture = row.cloneNode(true) as HTMLElement;
    picture.removeAttribute('data-person');
    picture.removeAttribute('data-state');
    picture.querySelector('.brk-chip-tail')?.remove();
    card.append(picture);
    preview.append(card);
    document.body.append(preview);
    rects = rooms.map((room) => room.getBoundingClientRect());
  };
  const follow = () => {
    frameAsked = 0;
    if (!pressed || !preview) return;
    const card = preview.firstElementChild as HTMLElement;
    card.style.transform = `translate(${String(at.x - 20)}px, ${String(at.y - 16)}px)`;
    const found = rects.findIndex(
      (box) => at.x >= box.left && at.x < box.right && at.y >= box.top && at.y < box.bottom,
    );
    const room = rooms[found] ?? null;
    if (room === target) return;
    if (target) target.dataset['drop'] = 'allowed';
    if (room) room.dataset['drop'] = 'current';
    target = room;
  };
  const end = () => {
    if (pressed && preview) {
      follow();
      const { row } = pressed;
      delete row.dataset['state'];
      delete frame.dataset['moving'];
      for (const room of rooms) delete room.dataset['drop'];
      writeNotes(rooms, null);
      preview.remove();
      if (target) {
        target.querySelector('[data-list]')?.append(row);
        count.textContent = String(list.childElementCount);
        seats.set(row.dataset['person'] ?? '', rooms.indexOf(target) + 1);
        const seated = target.querySelector('.brk-count bdi')?.firstChild;
        if (seated) seated.nodeValue = String(target.querySelector('[data-list]')?.childElementCount ?? 0);
      }
    }
    pressed = null;
    preview = null;
    target = null;
  };
  const listen = <K extends keyof GlobalEventHandlersEventMap>(
    type: K,
    run: (event: GlobalEventHandlersEventMap[K]) => void,
  ) => document.addEventListener(type, run as EventListener, { signal });
  listen('pointerdown', (event) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-person]');
    if (row) pressed = { row, x: event.clientX, y: event.clientY };
  });
  listen('pointermove', (event) => {
    if (!pressed) return;
    at.x = event.clientX;
    at.y = event.clientY;
    if (!preview && Math.hypot(at.x - pressed.x, at.y - pressed.y) >= 5) lift(pressed);
    if (preview) frameAsked ||= requestAnimationFrame(follow);
  });
  listen('pointerup', end);
  listen('dragstart', (event) => event.preventDefault());
}

Object.assign(globalThis, {
  bench: {
    ...ground,
    rowShape,
    prepare({ people: count, chrome: given }: { readonly people: number; readonly chrome: Chrome }) {
      // The first of them is the moderator, who is in the chrome already.
      people = crowdOf(count).slice(1);
      chrome = given;
    },
    mount() {
      draw();
      return painted();
    },
    async unmount() {
      listening.abort();
      stage().replaceChildren();
      parts = undefined;
      await painted();
    },
    seatOf: (id: string) => seats.get(id) ?? null,
  },
});
