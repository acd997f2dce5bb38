import { act, fireEvent, screen, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import { createBreakoutSession } from '../../../src/session/session.js';
import { moderator, type Moderator, type ModeratorOptions } from '../moderator.js';

const planner = (
  <StrictMode>
    <RoomPlanner />
  </StrictMode>
);

/** Ana's planner, and a kit for each of the others who is named. */
async function withKits(kits: readonly string[], options: Partial<ModeratorOptions> = {}) {
  const ana = await moderator(planner, { others: ['Ben Aydin', 'Cem Oz', 'Dia Roy'], ...options });
  const sessions = new Map(
    kits.map((id, seed) => {
      const session = createBreakoutSession(ana.meeting.person(id).room, { clock: ana.clock, seed });
      onTestFinished(session.hold());
      return [id, session] as const;
    }),
  );
  await ana.pass(1500);
  const pick = (id: string, number: number) => {
    const { actions, store } = sessions.get(id) ?? ana.session;
    const slot = store.getState().self.offer?.rooms.find((room) => room.number === number)?.slot;
    actions.pickRoom({ slot: slot ?? 'not offered' });
    return ana.pass(1500);
  };
  return { ...ana, pick };
}
const letChoose = async ({ pass }: Moderator) => {
  fireEvent.click(screen.getByRole('radio', { name: 'People choose' }));
  await pass(1500);
};
const rail = () => screen.getByRole('group', { name: /^Not assigned/u });
const room = (name: string) => screen.getByRole('region', { name });

describe('a moderator who lets people choose', () => {
  test('sees who has not chosen, and every pick at once in its room', async () => {
    const set = await withKits(['ben', 'cem', 'dia']);
    await letChoose(set);
    expect(screen.getByRole('radio', { name: 'People choose' })).toBeChecked();
    expect(rail()).toHaveTextContent('3 people have not chosen yet.');
    await set.pick('ben', 1);
    expect(within(room('Room 1')).getByText('Ben Aydin')).toBeInTheDocument();
    expect(rail()).toHaveTextContent('2 people have not chosen yet.');
    await set.pick('cem', 1);
    await set.pick('dia', 1);
    expect(rail()).toHaveTextContent('Everyone who can be asked has chosen.');
  });

  test('is told by name who cannot be asked, and places them with one press', async () => {
    const set = await withKits(['ben']);
    await letChoose(set);
    await set.pick('ben', 1);
    expect(rail()).toHaveTextContent('Everyone who can be asked has chosen.');
    expect(rail()).toHaveTextContent('2 people cannot be asked: Cem Oz and Dia Roy. Place them yourself.');
    fireEvent.click(screen.getByRole('button', { name: 'Place them' }));
    await set.pass(1500);
    expect(set.state().plan.seats.size).toBe(3);
    expect(rail()).not.toHaveTextContent('cannot be asked');
  });

  test('takes it back with Undo: the split is as it was, and nobody is asked any more', async () => {
    const set = await withKits(['ben', 'cem', 'dia']);
    const { seats } = set.state().plan;
    expect(seats.size).toBe(3);
    await letChoose(set);
    await set.pick('ben', 1);
    act(() => screen.getAllByRole('button', { name: /^Undo/u })[0]?.click());
    await set.pass(1500);
    expect(screen.getByRole('radio', { name: 'Even split' })).toBeChecked();
    expect(set.state().plan.seats).toBe(seats);
    expect(rail()).not.toHaveTextContent('not chosen');
    expect(set.state().offering).toBeNull();
  });

  test('learns that another moderator lets people choose instead', async () => {
    const set = await withKits(['ben'], { others: ['Ben Aydin', 'Cem Oz', 'Dia Roy'] });
    await letChoose(set);
    await act(async () => {
      set.meeting.join({ id: 'tom', name: 'Tom Becker', userRef: 'tom', role: 'moderator' });
      await set.clock.pass(100);
      const tom = createBreakoutSession(set.meeting.person('tom').room, { clock: set.clock, seed: 9 });
      onTestFinished(tom.hold());
      await set.clock.pass(1500);
      tom.actions.setRoomCount(2);
      tom.actions.setSplit('choose');
      await set.clock.pass(1500);
    });
    expect(screen.getByRole('radio', { name: 'By hand' })).toBeChecked();
    expect(document.querySelector('.brk-foot')).toHaveTextContent(
      'Tom Becker lets people choose rooms now. The seats of your draft stay.',
    );
  });
});

test('where kits cannot talk there is no such choice', async () => {
  await moderator(planner, { others: ['Ben Aydin', 'Cem Oz'], profile: 'guide' });
  expect(screen.getByRole('radio', { name: 'By hand' })).toBeInTheDocument();
  expect(screen.queryByRole('radio', { name: 'People choose' })).not.toBeInTheDocument();
});
