import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { moderator } from '../moderator.js';

describe('more people than the service has seats for', () => {
  it('are told so: of 214, 64 stay in the main room, and nothing is promised that cannot be', async () => {
    const others = Array.from({ length: 214 }, (_, at) => `Person${String(at + 1)} Example`);
    // The largest room that is documented: 16 active talkers, so 15 seats; ten rooms at most.
    const { rooms, session, does, state } = await moderator(<RoomPlanner />, {
      others,
      maxActiveTalkers: 16,
    });
    await does(() => session.actions.setRoomCount(10));
    expect(rooms()).toHaveLength(10);
    expect(state().plan.seats.size).toBe(150);
    expect(screen.getByText('64 people stay in the main room: no seats are left')).toBeVisible();
    expect(screen.getByRole('heading', { name: '10 rooms is the limit' })).toBeVisible();
    // Fewer than everybody is no reason not to open.
    expect(screen.getByRole('button', { name: 'Open 10 rooms' })).not.toHaveAttribute('aria-disabled');
  });

  it('eleven rooms are refused in words, and the draft stays as it was', async () => {
    const { session, does, state } = await moderator(<RoomPlanner />, {
      others: ['Bo B', 'Chi C', 'Dana D'],
    });
    await does(() => session.actions.setRoomCount(10));
    const { plan } = state();
    await does(() => session.actions.setRoomCount(11));
    expect(state().plan).toBe(plan);
    const more = screen.getByRole('button', { name: 'One room more' });
    expect(more).toHaveAccessibleDescription('10 rooms is the limit');
  });
});

describe('the first proposal', () => {
  it('is nobody’s doing: there is nothing to take back, and a seat to spare in each room', async () => {
    const { rooms, session, does, state } = await moderator(<RoomPlanner />, {
      others: Array.from({ length: 40 }, (_, at) => `Person${String(at + 1)} Example`),
      maxActiveTalkers: 6,
    });
    expect(rooms()).toHaveLength(10);
    expect(state().past).toEqual([]);
    const { plan } = state();
    await does(() => session.actions.undo());
    expect(state().plan).toBe(plan);
  });

  it('is not asked for again where there is a draft', async () => {
    const { session, does, state } = await moderator(<RoomPlanner />, {
      others: ['Bo B', 'Chi C', 'Dana D'],
    });
    const { plan } = state();
    await does(() => session.actions.proposeRooms(3));
    expect(state().plan).toBe(plan);
  });
});

describe('people without a seat', () => {
  it('get rooms where there can be more, in one press', async () => {
    const { rooms, session, does, state } = await moderator(<RoomPlanner />, {
      others: Array.from({ length: 40 }, (_, at) => `Person${String(at + 1)} Example`),
      maxActiveTalkers: 6,
    });
    await does(() => session.actions.setRoomCount(2));
    await does(() => screen.getByRole('button', { name: 'Add rooms' }).click());
    expect(rooms()).toHaveLength(8);
    expect(state().plan.seats.size).toBe(40);
  });
});
