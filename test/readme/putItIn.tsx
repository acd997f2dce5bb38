import { useState, type ReactNode } from 'react';
import { BreakoutKit, BreakoutProvider, useBreakoutRooms } from '../../src/index.js';
import '../../src/styles/index.css';

export const Meeting = ({ enxRoom, children }: { enxRoom: object | null; children: ReactNode }) => (
  <BreakoutProvider room={enxRoom}>
    {children}
    <Breakouts />
  </BreakoutProvider>
);

function Breakouts() {
  const [planning, setPlanning] = useState(false);
  const { isModerator } = useBreakoutRooms().me;
  return (
    <>
      {isModerator && (
        <button type="button" onClick={() => setPlanning(!planning)}>
          Breakout rooms
        </button>
      )}
      <div style={{ height: planning ? '40rem' : 'auto' }}>
        <BreakoutKit desk={planning} />
      </div>
    </>
  );
}
