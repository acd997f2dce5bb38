import { BreakoutKit, BreakoutProvider, type MediaBridge, type Visit } from '../../src/index.js';

interface MeetingProps {
  readonly enxRoom: object | null;
  /** Your mic button, and what silences your players of the main room. */
  readonly media: MediaBridge;
  /** Plays the breakout room with your own players. What it returns is called on leaving. */
  readonly playRoom: (visit: Visit) => () => void;
}

export function MeetingWithOwnPlayers({ enxRoom, media, playRoom }: MeetingProps) {
  return (
    <BreakoutProvider room={enxRoom} options={{ media, onEnterRoom: playRoom }}>
      <BreakoutKit ownAudio />
    </BreakoutProvider>
  );
}
