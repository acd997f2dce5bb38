/** One person's rooms, shared with a window: its calls are made here, and what happens here is told there. */
import type { Fired, SimulatedRoom } from '../../src/simulator.js';
import { isRoom, isStream, readFacts, type Facts, type Stream } from '../link/facts.js';
import type { RoomCall, RoomNews } from '../link/protocol.js';
import { read, write, type Callable, type Numbers } from '../link/wire.js';

/** The host's end of one person's rooms. */
export interface SharedRooms {
  /** Gives an object its number, and what the window must know before it hears of it. */
  readonly introduce: (room: SimulatedRoom) => { readonly room: number; readonly facts: readonly Facts[] };
  /** An event of one of this person's rooms. */
  readonly tell: (fired: Pick<Fired, 'room' | 'event'>) => void;
  /** Makes a call that the window asked for. */
  readonly make: (call: RoomCall) => void;
}

/** The SDK fires these only at rooms where somebody listens, and only the window knows whether anybody does. */
const ONLY_FOR_LISTENERS = ['user-data-received', 'message-received', 'stream-added'];

/** Begins to share one person's rooms. */
export function shareRooms(post: (news: RoomNews) => void): SharedRooms {
  const objects = new Map<number, SimulatedRoom | Stream>();
  const ids = new Map<object, number>();
  /** What the window knows of each, as text. */
  const known = new Map<number, string>();

  const idOf = (object: object): number => {
    const had = ids.get(object);
    if (had !== undefined) return had;
    const id = ids.size + 1;
    ids.set(object, id);
    objects.set(id, object as SimulatedRoom | Stream);
    if (isRoom(object)) for (const type of ONLY_FOR_LISTENERS) object.addEventListener(type, () => undefined);
    return id;
  };
  const numbers: Numbers = {
    ofObject: (value) => (isRoom(value) || isStream(value) ? idOf(value) : null),
    ofCallback: () => null,
  };
  const changes = (): readonly Facts[] => {
    const changed: Facts[] = [];
    // Streams that are found on the way are numbered meanwhile, and looked at in the same walk.
    for (const [id, object] of objects) {
      const facts = readFacts(object, idOf);
      const text = JSON.stringify(facts);
      if (known.get(id) === text) continue;
      known.set(id, text);
      changed.push(facts);
    }
    return changed;
  };
  const callback =
    (id: number): Callable =>
    (...answer) => {
      const inputs = answer.map((input) => write(input, numbers));
      post({ kind: 'answered', callback: id, inputs, facts: changes() });
    };

  return {
    introduce(room) {
      const id = idOf(room);
      return { room: id, facts: changes() };
    },
    tell({ room, event }) {
      const object = idOf(room);
      const written = write(event, numbers);
      post({ kind: 'fired', object, event: written, facts: changes() });
    },
    make({ call, object, method, inputs }) {
      const target = objects.get(object);
      const given = inputs.map((input) =>
        read(input, (what, id) => (what === 'callback' ? callback(id) : objects.get(id))),
      );
      const threw = (error: unknown) => post({ kind: 'threw', call, error, facts: changes() });
      try {
        const result: unknown = Reflect.apply(Reflect.get(target ?? {}, method) as Callable, target, given);
        // A build may hand a promise back in place of calling back.
        Promise.resolve(result).then((value) => {
          post({ kind: 'returned', call, value: write(value, numbers), facts: changes() });
        }, threw);
      } catch (error) {
        threw(error);
      }
    },
  };
}
