import { useView, type State } from '../../src/index.js';
import { displayName } from '../../src/core.js';

/** The meeting's own picture: whoever is in the same room, as an application would show their video. */
export function SameRoom() {
  const away = useView((state) => state.self.at === 'in-room');
  const names = useView(inTheSameRoom);
  return (
    <section className="demo-same" aria-label={away ? 'In this room' : 'In the main room'}>
      <ul>
        {names.map((name, at) => (
          // People of one name are told apart by their place in the list alone.
          <li key={`${name} ${String(at)}`}>
            <span className="brk-name">{displayName(name, 'Guest')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In a breakout room its members; in the main room whoever is not known to be elsewhere. */
const inTheSameRoom = ({ self, people }: State): readonly string[] =>
  self.at === 'in-room'
    ? self.members.map(({ name }) => name)
    : [...people.values()].filter(({ place }) => place.at !== 'in-room').map(({ name }) => name);
