import { useState } from 'react';
import { BreakoutKit, BreakoutProvider, withMessages } from '../../src/index.js';

const messages = withMessages({ person: { join: 'Come in', notNow: 'Later' } });

export function Framed({ enxRoom }: { enxRoom: object | null }) {
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  return (
    <div ref={setFrame} className="meeting-frame">
      {frame && (
        <BreakoutProvider room={enxRoom} messages={messages} container={frame}>
          <BreakoutKit theme="dark" />
        </BreakoutProvider>
      )}
    </div>
  );
}
