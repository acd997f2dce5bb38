/** People who act by themselves, through the same room object an application would use. */
import type { SimulatedPerson } from './simulatedPerson.js';

/** Milliseconds: exact, or drawn between two by the meeting's seed. */
export type Delay = number | readonly [least: number, most: number];

/** How a person acts. A word is the script of that name with its defaults; a function is called
 * for each page the person loads, and does what it likes. */
export type Script =
  'accepts' | 'declines' | 'ignores' | 'drops-off' | ScriptedAnswer | ((person: SimulatedPerson) => void);

/** A person's answer to every invitation. */
export interface ScriptedAnswer {
  readonly does: 'accepts' | 'declines' | 'ignores' | 'drops-off';
  /** How long the person thinks. Default 0; 2000 for `drops-off`. */
  readonly after?: Delay;
  /** Who accepts leaves the breakout room again after this long. Default: stays. */
  readonly stays?: Delay;
}

/** Milliseconds after which somebody who `drops-off` is gone, unless told. */
const DROP_AFTER_MS = 2000;

/** Lets a person act by their script. */
export function follow(
  script: Script,
  person: SimulatedPerson,
  tools: { readonly after: (ms: number, run: () => void) => void; readonly draw: (delay: Delay) => number },
): void {
  if (typeof script === 'function') {
    script(person);
    return;
  }
  const { does, after, stays }: ScriptedAnswer = typeof script === 'string' ? { does: script } : script;
  const later = (delay: Delay, run: () => void) => tools.after(tools.draw(delay), run);
  const { room } = person;
  room.addEventListener('join-breakout-room', (event) => {
    const roomId = (Object(event.message) as { readonly room_id?: unknown }).room_id;
    if (does === 'accepts') later(after ?? 0, () => person.accept(roomId));
    if (does === 'declines') later(after ?? 0, () => person.decline(roomId));
    if (does === 'drops-off') later(after ?? DROP_AFTER_MS, () => person.dropOff());
  });
  if (does === 'drops-off') {
    room.addEventListener('breakout-room-joining', () =>
      later(after ?? DROP_AFTER_MS, () => person.dropOff()),
    );
  }
  if (stays !== undefined) person.whenInside((inside) => later(stays, () => void inside.disconnect?.()));
}
