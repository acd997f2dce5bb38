/** What is really the case with a person, for tests that compare it with what is on the screen. */
import type { HeldPerson } from './simulatedPerson.js';

/** Why one stream is silent. */
export interface StreamTruth {
  /** `'main'`, or a breakout room's id. */
  readonly room: string;
  readonly byPerson: boolean;
  readonly byModerator: boolean;
  readonly byPause: boolean;
  readonly silent: boolean;
}

/** Where a person is and how they sound. */
export interface PersonTruth {
  readonly clientId: string;
  readonly present: boolean;
  /** Breakout rooms the person's own objects are connected to. */
  readonly connectedTo: readonly string[];
  /** Whether the server has stopped sending the main room's sound. */
  readonly mainSilenced: boolean;
  readonly streams: readonly StreamTruth[];
}

/** Reads the truth about a person. */
export function truthOf(person: HeldPerson): PersonTruth {
  const main = person.main();
  const sdks = main ? [main.sdk, ...[...main.insides].map((inside) => inside.sdk)] : [];
  const open = sdks.filter((sdk) => sdk.room.state !== 0);
  const seat = main?.sdk.seat;
  return {
    clientId: person.clientId,
    present: person.present,
    connectedTo: open.flatMap((sdk) => (sdk.kind === 'breakout' && sdk.seat ? [sdk.seat.room.id] : [])),
    mainSilenced: seat ? seat.paused || seat.audioStopped : false,
    streams: open.flatMap((sdk) =>
      [...sdk.own.values()].map((stream) => ({
        room: sdk.kind === 'main' ? 'main' : (sdk.seat?.room.id ?? ''),
        byPerson: stream.selfMuteAudio,
        byModerator: stream.hardAudioMuted,
        byPause: stream.selfPausedAudio,
        silent: stream.isAudioMuted(),
      })),
    ),
  };
}
