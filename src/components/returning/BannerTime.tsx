'use client';

import { useRemaining } from '../../hooks/useRemaining.js';
import type { StayView } from '../../state/views.js';
import { TimeBar } from '../parts/TimeBar.js';

/** What is left, as a line: until the rooms close; hatched while the connection is away. */
export function BannerTime({ stay }: { readonly stay: StayView }) {
  const closing = stay.state === 'closing';
  const left = useRemaining(closing ? stay.closesAt : null);
  if (closing) return <TimeBar kind="closing" value={left ?? 0} total={stay.graceMs} />;
  return stay.state === 'away' ? <TimeBar value={1} total={1} /> : null;
}
