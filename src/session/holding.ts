/** Who uses the session: listening begins with the first holder, and what ends with the last one depends on whose it is. */
import type { Clock } from '../clock.js';
import type { RoomPort } from '../room/roomPort.js';
import type { Inbox } from './inbox.js';
import type { BreakoutSession, Outcome } from './types.js';

/** Long enough for StrictMode, which takes every component down and up again, and for an application that moves it. */
const LAST_HOLDER_MS = 1000;

/** Makes the counting of one session. */
export function createHolding({
  inbox,
  port,
  clock,
  endsWithLastHolder,
  goHome,
  settled,
  begun,
  ending,
}: {
  readonly inbox: Inbox;
  readonly port: RoomPort;
  readonly clock: Clock;
  readonly endsWithLastHolder: boolean;
  readonly goHome: () => Promise<Outcome>;
  /** Whatever is under way has come to its end, and main's sound is as it was or cannot be had back. */
  readonly settled: () => Promise<void>;
  /** Listening has begun. */
  readonly begun: () => void;
  /** Listening is about to end. */
  readonly ending: () => Promise<void>;
}): Pick<BreakoutSession, 'hold' | 'dispose'> {
  let holders = 0;
  let detach: (() => void) | null = null;
  let cancelEnd: (() => void) | null = null;
  let disposed = false;

  const begin = () => {
    cancelEnd?.();
    cancelEnd = null;
    if (detach || disposed) return;
    inbox.start();
    detach = port.attach(inbox.dispatch);
    begun();
  };
  const end = async () => {
    // The way home is walked with open ears, or nobody would hear that the room was left.
    if (inbox.state().self.at !== 'main') await goHome();
    await settled();
    await ending();
    if (holders > 0 && !disposed) return;
    detach?.();
    detach = null;
    inbox.stop();
  };
  return {
    hold() {
      holders += 1;
      begin();
      let released = false;
      return () => {
        if (released) return;
        released = true;
        holders -= 1;
        if (holders > 0 || !endsWithLastHolder) return;
        cancelEnd?.();
        cancelEnd = clock.after(LAST_HOLDER_MS, () => void end());
      };
    },
    async dispose() {
      if (disposed) return;
      disposed = true;
      cancelEnd?.();
      await end();
    },
  };
}
