import { useState } from 'react';
import { BreakoutKit, BreakoutProvider, useBreakoutRooms } from '../../src/index.js';
import '../../src/styles/index.css';

export function Breakouts({ enxRoom }: { enxRoom: object | null }) {
  const [planning, setPlanning] = useState(false);
  const { isModerator } = useBreakoutRooms(enxRoom).me;
  return (
    <BreakoutProvider room={enxRoom}>
      {isModerator && <button onClick={() => setPlanning(!planning)}>Breakout rooms</button>}
      <div style={{ height: planning ? '40rem' : 'auto' }}>
        <BreakoutKit desk={planning} />
      </div>
    </BreakoutProvider>
  );
}
