import type { ReactNode } from 'react';
import { useView } from '../../src/hooks/useView.js';
import type { State } from '../../src/state/types.js';
import { Tiles } from './Tiles.js';

interface MockMeetingProps {
  readonly columns: number;
  /** Tiles shown in the main room. */
  readonly most: number;
  /** Where the kit stands: above the picture, or docked beside it. */
  readonly kit: 'above' | 'beside';
  readonly children: ReactNode;
}

/** A little meeting application: a picture of whoever is in the same room, and the kit in its place. */
export function MockMeeting({ columns, most, kit, children }: MockMeetingProps) {
  const names = useView(inTheSameRoom).slice(0, most);
  const beside = kit === 'beside';
  return (
    <div
      style={{
        display: 'grid',
        blockSize: '100%',
        minBlockSize: 0,
        overflow: 'hidden',
        background: 'light-dark(#d9d5cb, #0b0a09)',
        ...(beside
          ? { gridTemplateColumns: 'minmax(120px, 1fr) minmax(320px, 2.4fr)' }
          : { gridTemplateRows: 'auto minmax(0, 1fr)' }),
      }}
    >
      {beside && <Tiles names={names} columns={columns} />}
      <div style={beside ? { overflow: 'auto', minBlockSize: 0 } : { padding: '12px 12px 0' }}>
        {children}
      </div>
      {!beside && <Tiles names={names} columns={columns} />}
    </div>
  );
}

/** In a breakout room its members; in the main room whoever is not known to be elsewhere. */
const inTheSameRoom = ({ self, people }: State): readonly string[] =>
  self.at === 'in-room'
    ? self.members.map(({ name }) => name)
    : [...people.values()].filter(({ place }) => place.at !== 'in-room').map(({ name }) => name);
