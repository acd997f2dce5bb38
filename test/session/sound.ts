import type { SimulatedMeeting, StreamTruth } from '../../src/simulator.js';

/** What silences a person in main, cause by cause, and whether the service still sends them main's sound. */
export function soundOf(
  meeting: SimulatedMeeting,
  name: string,
): { readonly mainSilenced: boolean; readonly streams: readonly StreamTruth[] } {
  const truth = meeting.truth().get(meeting.person(name).id);
  if (!truth) throw new Error(`nobody is called ${name}`);
  return {
    mainSilenced: truth.mainSilenced,
    streams: truth.streams.filter((stream) => stream.room === 'main'),
  };
}

/** The stream that carries a person's voice in their breakout room. */
export const breakoutStream = (meeting: SimulatedMeeting, name: string): StreamTruth | undefined =>
  meeting
    .truth()
    .get(meeting.person(name).id)
    ?.streams.find((stream) => stream.room !== 'main');

/** The breakout rooms somebody is connected to. */
export const roomsOf = (meeting: SimulatedMeeting, name: string): readonly string[] =>
  meeting.truth().get(meeting.person(name).id)?.connectedTo ?? [];
