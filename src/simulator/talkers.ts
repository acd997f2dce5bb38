/**
 * Who is heard: the active talkers of each room, and whether one person's sound reaches another.
 */
import { DEFAULT_MAX_ACTIVE_TALKERS } from './limits.js';
import type { Network, Seat, ServerRoom } from './network.js';
import type { LocalStream } from './streams.js';

/** One stream that can be heard now. */
export interface Talker {
  readonly seat: Seat;
  readonly streamId: number;
  readonly stream: LocalStream;
}

/** The sound part of the server. */
export interface Talkers {
  /** Who can be heard in a room now, at most as many as it has active talkers; screens come on top. */
  readonly of: (room: ServerRoom) => readonly Talker[];
  /** Whether this stream reaches this listener. */
  readonly reaches: (seat: Seat, streamId: number, listener: Seat) => boolean;
}

/** Makes the sound part over a server, and tells the rooms whenever their talkers change. */
export function createTalkers(
  network: Network,
  after: (ms: number, run: () => void) => unknown,
  heard: () => void,
): Talkers {
  const { options } = network;
  const most = options.maxActiveTalkers ?? DEFAULT_MAX_ACTIVE_TALKERS;
  const changed = new Set<ServerRoom>();
  const told = new WeakMap<Seat, string>();

  const of = (room: ServerRoom): Talker[] => {
    const talkers: Talker[] = [];
    for (const seat of room.reachable) {
      if (!seat.person.speaking) continue;
      for (const [streamId, stream] of seat.streams) {
        if (talkers.length < most && stream.audio && !stream.screen && !stream.isAudioMuted()) {
          talkers.push({ seat, streamId, stream });
        }
      }
    }
    return talkers;
  };
  const stopped = (listener: Seat) =>
    (listener.audioStopped || listener.paused) && !(options.pausedRoomsStillReceive ?? false);

  const tell = (room: ServerRoom) => {
    const talkers = of(room).map((talker) => ({ seat: talker.seat, entry: entryOf(talker) }));
    for (const seat of room.reachable) {
      const activeList = stopped(seat)
        ? []
        : talkers.flatMap((talker) => (talker.seat === seat ? [] : [talker.entry]));
      const key = activeList.map((entry) => entry.streamId).join(' ');
      if ((told.get(seat) ?? '') === key) continue;
      told.set(seat, key);
      network.tell(seat, 'active-talkers', { activeList: activeList.length > 0 ? activeList : null });
    }
  };
  network.soundChanged = (room) => {
    heard();
    if (changed.has(room)) return;
    changed.add(room);
    // Many changes of one moment are one list.
    after(0, () => {
      changed.delete(room);
      tell(room);
    });
  };

  return {
    of,
    reaches(seat, streamId, listener) {
      if (seat === listener || seat.room !== listener.room || stopped(listener)) return false;
      if (!seat.room.reachable.has(seat) || !listener.room.reachable.has(listener)) return false;
      if (listener.subscribed?.has(streamId) === false) return false;
      const stream = seat.streams.get(streamId);
      if (!stream || !seat.person.speaking || !stream.audio || stream.isAudioMuted()) return false;
      return stream.screen || of(seat.room).some((talker) => talker.streamId === streamId);
    },
  };
}

function entryOf({ seat, streamId, stream }: Talker) {
  return {
    streamId,
    clientId: seat.clientId,
    name: seat.person.name,
    mediatype: stream.video ? 'audiovideo' : 'audioonly',
    videomuted: stream.isVideoMuted(),
    reason: 'user',
  };
}
