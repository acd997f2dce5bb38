import { BreakoutKit, BreakoutProvider, type KeyValueStore } from '../../src/index.js';

interface KeptProps {
  readonly enxRoom: object | null;
  /** The same for everybody who comes to this meeting, and for no other: EnableX's room id does. */
  readonly meetingId: string;
  /** Yours, instead of the page's `localStorage`. */
  readonly store?: KeyValueStore;
}

export const Kept = ({ enxRoom, meetingId, store }: KeptProps) => (
  <BreakoutProvider room={enxRoom} options={{ storage: { meeting: meetingId, store } }}>
    <BreakoutKit />
  </BreakoutProvider>
);
