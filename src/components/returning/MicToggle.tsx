'use client';

import { useMessages } from '../../hooks/kit.js';
import { useReturn } from '../../hooks/useReturn.js';
import type { StayView } from '../../state/views.js';
import { Icon } from '../parts/Icon.js';
import { useBusy } from '../person/useBusy.js';

/**
 * This person's microphone in the room: pressed while it is on. While a moderator holds it muted, it says so and does
 * nothing.
 */
export function MicToggle({ stay }: { readonly stay: StayView }) {
  const { person } = useMessages();
  const { setMic } = useReturn();
  const { run } = useBusy();
  const { micOn, micHeld } = stay;
  const on = micOn && !micHeld;
  return (
    <button
      type="button"
      className="brk-mic"
      aria-pressed={on}
      aria-disabled={micHeld}
      title={micHeld ? undefined : on ? person.muteMic : person.unmuteMic}
      onClick={() => !micHeld && run('mic', () => setMic(!micOn))}
    >
      <Icon name={on ? 'mic' : 'micoff'} size="s" />
      {micHeld ? person.micHeld : on ? person.micHere : person.micOff}
    </button>
  );
}
