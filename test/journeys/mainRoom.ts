/** What any application does with the main room, with or without breakouts: it plays whoever talks there, and goes on playing. */
import type { SimulatedPerson } from '../../src/simulator.js';

/** The players of one person's application. Nothing here knows of breakout rooms. */
export function playMainRoom(person: SimulatedPerson): {
  readonly place: HTMLElement;
  readonly stop: () => void;
} {
  const place = document.createElement('div');
  document.body.append(place);
  const playing = new Set<unknown>();
  const play = () => {
    person.room.remoteStreams.forEach((stream, id) => {
      if (playing.has(stream)) return;
      playing.add(stream);
      const element = document.createElement('div');
      element.id = `main-${person.id}-${String(id)}`;
      place.append(element);
      stream.play(element.id);
    });
  };
  const events = ['room-connected', 'stream-added', 'active-talkers-updated'];
  for (const event of events) person.room.addEventListener(event, play);
  play();
  return {
    place,
    stop() {
      for (const event of events) person.room.removeEventListener(event, play);
      place.remove();
    },
  };
}
