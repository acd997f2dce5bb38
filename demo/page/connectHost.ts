/** The way from a window to the host of its meeting. */
import { linkOver, type FromWindow, type Link, type ToWindow } from '../link/protocol.js';

/** The window's end. */
export type HostLink = Link<FromWindow, ToWindow>;

/** Why this browser cannot show the demo here, or `null`. */
export function whyNotHere(): string | null {
  if (typeof SharedWorker !== 'function')
    return 'This browser has no shared workers, and the meeting lives in one. Try a current Chrome, Edge, Firefox or Safari on a computer.';
  // By type always there; left out by browsers where the page did not come safely.
  if (!('locks' in navigator))
    return 'The browser allows this only on https and on localhost. Open the same address by localhost.';
  return null;
}

/** Connects to the host of a meeting; the first window starts it. */
export function connectHost(meeting: string): HostLink {
  // Written out right here: the bundler reads it.
  const { port } = new SharedWorker(new URL('../host/sharedWorker.ts', import.meta.url), {
    type: 'module',
    name: `breakout-kit meeting ${meeting}`,
    // Where browsers know it: the only window of a meeting can be loaded anew without ending the meeting.
    extendedLifetime: true,
  } as WorkerOptions);
  const link = linkOver<FromWindow, ToWindow>(port);
  addEventListener('pagehide', () => link.post({ kind: 'gone' }));
  // Taken out of the browser's memory of pages, it would show a person who has gone.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  return link;
}

/** Holds a Web Lock for as long as this page lives, and gives its name: the host learns of the page's end by it, of a crash too. */
export async function holdOwnLock(): Promise<string> {
  const lock = `breakout-kit window ${crypto.randomUUID()}`;
  await new Promise<void>((held) => {
    void navigator.locks.request(lock, () => {
      held();
      return new Promise(() => undefined);
    });
  });
  return lock;
}
