/** The host as a SharedWorker: one for each meeting, for as long as any window of it is open. */
import { linkOver, type FromWindow, type ToWindow } from '../link/protocol.js';
import { createMeetingHost } from './meetingHost.js';

const host = createMeetingHost({
  whenReleased(lock, gone) {
    // Granted as soon as the window lets it go, which the browser does for it in any case.
    void navigator.locks.request(lock, gone);
  },
});

addEventListener('connect', (event) => {
  for (const port of (event as MessageEvent).ports) host.connect(linkOver<ToWindow, FromWindow>(port));
});
