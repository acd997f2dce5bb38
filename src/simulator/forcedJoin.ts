/** What the invitee's SDK does by itself when an invitation says `force_join`. */
import { endsByEvent, type Ends, type Join } from './joinCall.js';
import type { MainSound } from './mainSound.js';
import type { Sdk } from './sdk.js';

/** An invitation on the wire. */
export interface WireInvitation {
  readonly room_id: string;
  readonly requestor: unknown;
  readonly video?: boolean;
  readonly force_join?: unknown;
}

/** Moves this person: says so, mutes the main room, then joins once for each stream of sound or picture that is published there. */
export function joinByForce(sdk: Sdk, sound: MainSound, join: Join, invitation: WireInvitation): void {
  const { emit, engine } = sdk;
  const { room_id: roomId, requestor, video = false } = invitation;
  emit('breakout-room-joining', { message: { room_id: roomId, requestor } });

  // Without a published stream the builds stop right here, for good.
  const published = [...sdk.own.values()].filter(
    (stream) => !stream.screen && (stream.audio || stream.video),
  );
  if (published.length === 0) return;
  const joinAll = () => {
    published.forEach(() => {
      join(
        { name: 'forcedJoin', sync: false },
        { role: 'participant', room_id: roomId },
        { audio: true, video },
        engine.profile.joinTruth === 'event' ? endsByEvent(sdk, roomId, () => undefined) : asBuild,
      );
    });
  };
  const asBuild: Ends = {
    joined: ({ room, streams }) => emit('breakout-room-connected', { streams, room }),
    // A refusal comes as a success without a room: the SDK passes the wrong argument on.
    refused: () => emit('breakout-room-connected'),
    failed: (event) => emit('breakout-room-error', { message: event }),
  };
  if (!engine.profile.forcedJoinMutesMain) {
    joinAll();
    return;
  }
  sound.mute({ name: 'mute', sync: false }, { audio: true, video: true }, (answer) => {
    const { result } = Object(answer) as { readonly result?: unknown };
    if (result === 0) joinAll();
    else emit('breakout-room-error');
  });
}
