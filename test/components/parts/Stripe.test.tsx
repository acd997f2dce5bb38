import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compressSeats,
  MAX_SEATS_DRAWN,
  type SeatState,
} from '../../../src/components/parts/compressSeats.js';
import { Stripe } from '../../../src/components/parts/Stripe.js';

const many = (count: number, state: SeatState): SeatState[] => Array.from({ length: count }, () => state);
const tally = (seats: readonly SeatState[]) => {
  const counts = new Map<SeatState, number>();
  for (const seat of seats) counts.set(seat, (counts.get(seat) ?? 0) + 1);
  return counts;
};

describe('a stripe', () => {
  it('draws one mark for each seat, and says in words what it measures', () => {
    render(<Stripe seats={['taken', 'taken', 'incoming', 'free']} label="2 of 4 seats taken" />);
    const stripe = screen.getByRole('img', { name: '2 of 4 seats taken' });
    expect([...stripe.children].map((seat) => seat.getAttribute('data-state'))).toEqual([
      'taken',
      'taken',
      'incoming',
      null,
    ]);
  });

  it('without words it is nothing to the ear', () => {
    const { container } = render(<Stripe seats={['taken']} />);
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
  });

  it('24 seats are 24 marks, 25 are 24', () => {
    expect(compressSeats(many(24, 'taken'))).toHaveLength(24);
    expect(compressSeats(many(25, 'taken'))).toHaveLength(24);
  });

  it('half a room of 48 is half a stripe', () => {
    const marks = tally(compressSeats([...many(24, 'in-room'), ...many(24, 'free')]));
    expect(marks).toEqual(
      new Map([
        ['in-room', 12],
        ['free', 12],
      ]),
    );
  });

  it('one person without an answer among 150 is still seen', () => {
    const marks = tally(compressSeats([...many(149, 'in-room'), 'no-answer']));
    expect(marks).toEqual(
      new Map([
        ['in-room', 23],
        ['no-answer', 1],
      ]),
    );
  });

  it('whatever the room, each state keeps a mark and, beyond that, its share', () => {
    const seat = fc.constantFrom<SeatState>(
      'free',
      'taken',
      'over',
      'in-room',
      'joining',
      'no-answer',
      'declined',
    );
    fc.assert(
      fc.property(fc.array(seat, { minLength: 25, maxLength: 400 }), (seats) => {
        const before = tally(seats);
        const after = tally(compressSeats(seats));
        expect([...after.values()].reduce((sum, count) => sum + count, 0)).toBe(MAX_SEATS_DRAWN);
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [state, marks] of after) {
          const share = (before.get(state)! / seats.length) * MAX_SEATS_DRAWN;
          // States below one mark are rounded up, at most one mark each, at the cost of the larger ones.
          expect(marks).toBeGreaterThanOrEqual(Math.max(1, Math.floor(share) - before.size));
          expect(marks).toBeLessThanOrEqual(Math.max(1, Math.ceil(share)));
        }
      }),
    );
  });
});
