/**
 * One socket between a room object and the server: ordered both ways, delayed, and lost as a whole.
 */

/** What comes back for a request. Only a `result` is passed on by the SDK; the two others are why callbacks go missing. */
export type Ack =
  | { readonly kind: 'result'; readonly payload: unknown }
  | { readonly kind: 'error'; readonly payload: unknown }
  | { readonly kind: 'none' };

/** A socket as the room object sees it. */
export interface Connection {
  readonly isUp: () => boolean;
  /** Sends a request; `handle` runs at the server, `onAck` back here. At once and in one go when `sync`. */
  readonly ask: (handle: () => Ack, onAck: (ack: Ack) => void, sync?: boolean) => void;
  /** Brings something from the server here, in order with the answers. */
  readonly bring: (arrive: () => void) => void;
  /** Loses the socket and all that is under way on it. */
  readonly cut: () => void;
  /** Opens it anew. */
  readonly open: () => void;
}

/** Makes an open socket over `after`, whose delay is asked of `latency` for each message and each way. */
export function createConnection(
  after: (ms: number, run: () => void) => unknown,
  latency: () => number,
): Connection {
  let up = true;
  let generation = 0;

  const pipe = () => {
    const waiting: { readonly run: () => void; readonly generation: number }[] = [];
    return (run: () => void) => {
      waiting.push({ run, generation });
      // Whatever timer fires first carries the oldest message: delays vary, the order does not.
      after(latency(), () => {
        const first = waiting.shift();
        if (first && up && first.generation === generation) first.run();
      });
    };
  };
  const toServer = pipe();
  const toRoom = pipe();

  return {
    isUp: () => up,
    ask(handle, onAck, sync = false) {
      if (sync) {
        onAck(handle());
        return;
      }
      toServer(() => {
        const ack = handle();
        toRoom(() => onAck(ack));
      });
    },
    bring: toRoom,
    cut() {
      up = false;
      generation += 1;
    },
    open() {
      up = true;
    },
  };
}
