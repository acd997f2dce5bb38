'use client';

import { useRemaining } from '../../hooks/useRemaining.js';
import { useView } from '../../hooks/useView.js';
import { timeView } from '../../state/view/live.js';
import type { StayView } from '../../state/views.js';
import { TimeBar } from '../parts/TimeBar.js';
import { SOON_MS } from './soon.js';

/** What is left, as a line: of the round, until the rooms close; hatched while the connection is away. */
export function BannerTime({ stay }: { readonly stay: StayView }) {
  if (stay.state === 'closing' && stay.closesAt !== null)
    return <Line kind="closing" until={stay.closesAt} total={stay.graceMs} />;
  if (stay.state === 'away') return <TimeBar value={1} total={1} />;
  return stay.state === 'in-room' ? <OfTheRound /> : null;
}

function OfTheRound() {
  const { endsAt, startedAt } = useView(timeView);
  return endsAt === null || startedAt === null ? null : <Line until={endsAt} total={endsAt - startedAt} />;
}

interface LineProps {
  readonly until: number;
  readonly total: number;
  readonly kind?: 'closing';
}

function Line({ until, total, kind }: LineProps) {
  const left = useRemaining(until) ?? 0;
  const colour = kind ?? (left <= SOON_MS ? 'closing' : undefined);
  return <TimeBar value={left} total={total} {...(colour === undefined ? {} : { kind: colour })} />;
}
