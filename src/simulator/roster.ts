/** What every room object does with news about people: the roster is kept first, then listeners are told. */
import type { ServerUser } from './network.js';
import type { RosterEntry } from './roomShape.js';
import type { Sdk } from './sdk.js';

/** Lets a room object follow its people. */
export function followPeople(sdk: Sdk): void {
  const { room, handlers, engine, emit } = sdk;
  const { profile, options } = engine;

  const hidden = () => Boolean(options.privacy) && profile.privacyHides && !room.isModerator();
  const fieldsOf = (user: ServerUser) =>
    hidden()
      ? { clientId: user.clientId }
      : {
          clientId: user.clientId,
          name: user.name,
          role: user.role,
          permissions: user.permissions,
          ...(profile.userRefInEvents ? { user_ref: user.user_ref } : {}),
          ...(profile.userRefInEvents && user.data !== undefined ? { data: user.data } : {}),
        };
  const entryOf = (user: ServerUser): RosterEntry => ({
    name: user.name,
    role: user.role,
    user_ref: user.user_ref,
    permissions: user.permissions,
    videoMuted: user.videoMuted,
    audioMuted: user.audioMuted,
    ...(profile.mediaFlags ? { audioEnabled: true, videoEnabled: true } : {}),
    ...(user.data === undefined ? {} : { data: user.data }),
  });
  const inRoster = (user: ServerUser) => user.role !== 'audience' || profile.audienceInRoster;

  handlers.set('user-connected', (payload) => {
    const user = payload as ServerUser;
    if (inRoster(user) && !hidden()) room.userList.set(user.clientId, entryOf(user));
    emit('user-connected', fieldsOf(user));
  });
  handlers.set('user-disconnected', (payload) => {
    const user = payload as ServerUser;
    room.userList.delete(user.clientId);
    emit('user-disconnected', fieldsOf(user));
  });
  for (const kind of ['audio', 'video'] as const) {
    for (const muted of [true, false]) {
      const type = `user-${kind}-${muted ? 'muted' : 'unmuted'}`;
      handlers.set(type, (payload) => {
        const { clientId } = payload as { readonly clientId: string };
        const entry = room.userList.get(clientId);
        if (entry) room.userList.set(clientId, { ...entry, [`${kind}Muted`]: muted });
        emit(type, { message: payload });
      });
    }
  }
  handlers.set('active-talkers', (payload) => emit('active-talkers-updated', { message: payload }));
  handlers.set('stream-added', (payload) => {
    // Made only for those who look: a big room has many streams.
    if (!room.eventsList['stream-added']) return;
    const stream = room.remoteStreams.get((payload as { readonly streamId: number }).streamId);
    if (stream) emit('stream-added', { streams: [stream] });
  });
  for (const type of ['share-started', 'share-stopped'])
    handlers.set(type, (payload) => emit(type, { message: payload }));
}

/** Lets a room object hear who enters and leaves breakout rooms. Both kinds of room object can. */
export function followMoves(sdk: Sdk): void {
  const { handlers, engine, emit } = sdk;
  const { flatEvents, joinedNamesRoom } = engine.profile;
  handlers.set('user-joined-breakout-room', (payload) => {
    const { clientId, room } = payload as { readonly clientId: string; readonly room?: string };
    // The builds copy the id alone, even where the server said which room.
    const told = joinedNamesRoom ? { clientId, room } : { clientId };
    emit('user-joined-breakout-room', flatEvents ? told : { message: told });
  });
  handlers.set('breakout-user-disconnected', (payload) => {
    const { name, clientId, room } = payload as {
      readonly name: string;
      readonly clientId: string;
      readonly room: string;
    };
    const told = { name, clientId, room };
    emit('user-disconnected-breakout-room', flatEvents ? told : { message: told });
  });
}
