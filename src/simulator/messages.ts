/** Messages between people: chat and data, over the room object they are sent on. */
import { sdkError } from './codes.js';
import { MAX_DATA_LENGTH } from './limits.js';
import type { Seat } from './network.js';
import type { Callback, Sdk } from './sdk.js';

/** Gives a room object `sendMessage` and `sendUserData`, where the profile has them. */
export function installMessages(sdk: Sdk): void {
  const { engine, room, handlers, emit, define } = sdk;
  const { profile, options, network } = engine;

  const install = (
    call: 'sendMessage' | 'sendUserData',
    wire: string,
    wrap: (content: unknown) => object,
  ) => {
    define(call, profile.names[call], (context, [content, broadcast, clients, callback]) => {
      const answer: Callback = typeof callback === 'function' ? (callback as Callback) : () => undefined;
      const ids = Array.isArray(clients) ? (clients as unknown[]) : [];
      if (!content || typeof broadcast !== 'boolean' || (!broadcast && ids.length === 0)) {
        answer(sdkError(1155));
        return;
      }
      // What is not plain data does not survive the wire; this is the one copy of it.
      const text = JSON.stringify(content);
      if (profile.limitsData && text.length > MAX_DATA_LENGTH) {
        answer(sdkError(1195));
        return;
      }
      if (!sdk.connection.isUp()) return;
      sdk.request(
        context,
        (from) => {
          for (const seat of receivers(from, broadcast, ids)) {
            network.tell(seat, wire, {
              broadcast,
              sender: sdk.person.name,
              senderId: from.clientId,
              ...wrap(JSON.parse(text)),
              timestamp: engine.wall(),
              ...(broadcast ? {} : { receipients: ids }),
            });
          }
          return { kind: 'result', payload: { result: 0, msg: 'Success' } };
        },
        (ack) => {
          if (ack.kind === 'result') answer(ack.payload, null);
        },
      );
    });
    handlers.set(wire, (payload) => {
      // An event nobody ever asked for is not fired; the server is told so instead.
      if (room.eventsList[wire]) emit(wire, { message: payload });
    });
  };
  const receivers = function* (from: Seat, broadcast: boolean, ids: readonly unknown[]): Iterable<Seat> {
    const paused = (seat: Seat) =>
      !(options.pausedPeopleGetData ?? true) && (seat.paused || seat.audioStopped);
    if (broadcast) {
      for (const seat of from.room.reachable)
        if ((seat !== from || options.echo) && !paused(seat)) yield seat;
      return;
    }
    for (const id of ids) {
      const seat = typeof id === 'string' ? from.room.seats.get(id) : undefined;
      if (seat && !paused(seat)) yield seat;
    }
    if (options.echo && !ids.includes(from.clientId)) yield from;
  };

  install('sendMessage', 'message-received', (content) => ({ type: 'chat', message: content }));
  install('sendUserData', 'user-data-received', (content) => ({ type: 'data', msg: content }));
}
