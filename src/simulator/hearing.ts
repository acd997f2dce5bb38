/** The streams of others in one room object, and which of them are heard. */
import type { Engine } from './engine.js';
import type { Seat } from './network.js';
import {
  createRemoteStream,
  createStreamList,
  type HeardStream,
  type RemoteStream,
  type StreamList,
} from './streams.js';
import { toneFrequency } from './tones.js';

/** What of the others arrives in one room object. */
export interface Hearing {
  readonly streams: StreamList<RemoteStream>;
  readonly close: () => void;
}

/** Makes the hearing of a seat that may change over time. Streams are made when somebody looks for them. */
export function createHearing(engine: Engine, listener: () => Seat | undefined): Hearing {
  const { talkers, tones, audible } = engine;
  const heard = new Map<number, HeardStream>();

  const others = function* (): Iterable<readonly [id: number, seat: Seat]> {
    const own = listener();
    for (const seat of own?.room.reachable ?? []) {
      if (seat !== own) for (const id of seat.streams.keys()) yield [id, seat];
    }
  };
  const reaches = (seat: Seat, id: number) => {
    const own = listener();
    return own !== undefined && talkers.reaches(seat, id, own);
  };
  const read = () => {
    const streams = new Map<number, RemoteStream>();
    for (const [id, seat] of others()) {
      const local = seat.streams.get(id);
      if (!local) continue;
      const known =
        heard.get(id) ??
        createRemoteStream({
          id,
          clientId: seat.clientId,
          frequency: toneFrequency(seat.person.index),
          local,
          tones,
          audible: () => reaches(seat, id),
        });
      heard.set(id, known);
      streams.set(id, known.stream);
    }
    for (const [id, known] of heard) {
      if (streams.has(id)) continue;
      known.close();
      heard.delete(id);
    }
    return streams;
  };
  const follow = () => {
    // Until somebody plays one, nobody has to hear of it: what plays asks first.
    let plays = false;
    for (const known of heard.values()) plays ||= known.isOpen();
    if (!plays) return;
    const there = new Map(others());
    for (const [id, known] of heard) {
      const seat = there.get(id);
      if (seat) known.setOn(reaches(seat, id));
      else {
        known.close();
        heard.delete(id);
      }
    }
  };
  audible.add(follow);

  return {
    streams: createStreamList(read),
    close() {
      audible.delete(follow);
      for (const known of heard.values()) known.close();
      heard.clear();
    },
  };
}
