/**
 * Where this person is: in one breakout room or in none. EnableX keeps somebody connected to any number of them; the kit does not.
 */
import { field, tryCall } from './payload.js';
import { openVisit, type Arrival, type OpenVisit, type VisitHost } from './visit.js';

/** The one place for a visit. */
export interface Stay {
  readonly current: () => OpenVisit | null;
  /** Begins a visit. Whoever comes from another room has left that one first, as far as the kit can tell it. */
  readonly enter: (arrival: Arrival) => OpenVisit;
  /** Begins or stops hearing what a visit says. */
  readonly listen: (on: boolean) => void;
  /** Ends a visit whose room fell silent while nobody listened. */
  readonly forgetEnded: () => void;
}

/** Makes the place, empty. */
export function createStay(host: Omit<VisitHost, 'over'>): Stay {
  let current: OpenVisit | null = null;
  let listening = false;
  return {
    current: () => current,
    enter(arrival) {
      if (current) {
        const { room, visit } = current;
        current.end('left');
        sendAway(room, visit.localStream);
      }
      const visit = openVisit(arrival, {
        ...host,
        over() {
          if (current === visit) current = null;
        },
      });
      current = visit;
      if (listening) visit.listen();
      return visit;
    },
    listen(on) {
      listening = on;
      if (on) current?.listen();
      else current?.unlisten();
    },
    forgetEnded() {
      if (!listening && field(current?.room, 'state') === 0) current?.end('unknown');
    },
  };
}

/**
 * Leaves a room that nobody wants any more. Its voice is cut at once. The rest waits for the SDK to finish its own joining,
 * which begins with our callback: otherwise the others would hear of the arrival after the departure.
 */
export function sendAway(room: object, localStream?: unknown): void {
  tryCall(localStream, 'muteAudio', () => undefined);
  void Promise.resolve().then(() => tryCall(room, 'disconnect'));
}

/** Whether two handles are of one room object; SDKs hand the same one over again after a reconnect. */
export function isSameRoom(one: object | undefined, other: unknown): boolean {
  return one !== undefined && one === other;
}

/** The id that a room object has of itself. */
export function ownRoomId(room: object): string | null {
  const id = field(room, 'roomID', 'roomId', 'room_id');
  return typeof id === 'string' && id !== '' ? id : null;
}
