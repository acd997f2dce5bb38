import { useState, type ReactNode } from 'react';
import { BreakoutKit, BreakoutProvider } from '../../src/index.js';
import '../../src/styles/index.css';

export function Meeting({ enxRoom, children }: { enxRoom: object | null; children: ReactNode }) {
  const [planning, setPlanning] = useState(false);
  const toggle = () => setPlanning(!planning);
  return (
    <BreakoutProvider room={enxRoom}>
      {children}
      <button onClick={toggle}>Breakout rooms</button>
      <BreakoutKit desk={planning} />
    </BreakoutProvider>
  );
}
