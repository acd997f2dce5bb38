'use client';
import { useEffect } from 'react';
import type { Messages } from '../../messages.js';
import type { State } from '../../state/types.js';
import { messagesView } from '../../state/view/live.js';
import { stayView } from '../../state/view/self.js';
import type { Kit } from '../kit.js';
import { roomIn } from './attention.js';
import { createTitleCue } from './titleCue.js';

/** While the page is hidden, its title says what waits for this person; seen again, it is as the application wrote it. */
export function useTitleCue({ session, messages, container }: Kit): void {
  useEffect(() => {
    const page = container?.ownerDocument ?? document;
    const { store, clock } = session;
    const cue = createTitleCue(page);
    let hiddenSince: number | null = null;
    const update = () =>
      cue.show(hiddenSince === null ? null : cueOf(store.getState(), messages, hiddenSince));
    const look = () => {
      hiddenSince = page.visibilityState === 'hidden' ? (hiddenSince ?? clock.now()) : null;
      update();
    };
    const stop = store.subscribe(() => hiddenSince !== null && update());
    page.addEventListener('visibilitychange', look);
    look();
    return () => {
      stop();
      page.removeEventListener('visibilitychange', look);
      cue.show(null);
    };
  }, [session, messages, container]);
}

/** What waits, the most pressing first, and how much of it there is. Messages from before were on a page that was seen. */
function cueOf(state: State, { common, person }: Messages, since: number): string | null {
  const { invite } = state.self;
  const cues: string[] = [];
  if (invite !== null && !invite.aside) {
    const words = invite.movesAt === null ? person.cue.invite : person.cue.move;
    cues.push(words(roomIn(state, invite.roomKey, common)));
  }
  if (stayView(state)?.state === 'closing') cues.push(person.cue.closing);
  for (const { at, dismissed, isMine } of messagesView(state))
    if (at >= since && !dismissed && !isMine) cues.push(person.cue.message);
  const [first] = cues;
  return first === undefined ? null : person.cued(cues.length, first);
}
