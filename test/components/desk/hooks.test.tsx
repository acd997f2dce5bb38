import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { BreakoutProvider } from '../../../src/hooks/BreakoutProvider.js';
import { useCountdown } from '../../../src/hooks/useCountdown.js';
import { useHelp } from '../../../src/hooks/useHelp.js';
import { useLiveDesk } from '../../../src/hooks/useLiveDesk.js';
import { openDesk } from './stage.js';

/** An application's own desk, as plain as can be. */
function OwnDesk() {
  const desk = useLiveDesk();
  const { calls, claim } = useHelp();
  const { left, total, closing } = useCountdown();
  return (
    <>
      <output aria-label="own desk">
        {JSON.stringify({
          phase: desk.phase,
          rooms: desk.rooms.length,
          there: desk.ladder['in-room'],
          mine: desk.driver?.isMe,
          late: desk.late,
          reach: desk.reach,
          why: [desk.whyNotManage, desk.whyNotTime, desk.whyNotAnnounce],
          seen: desk.messages.map(({ seen, of }) => [seen, of]),
          calls: calls.map(({ person, number, isMine }) => [person, number, isMine]),
          left: left === null ? null : Math.ceil(left / 1000),
          total,
          closing,
        })}
      </output>
      <button type="button" onClick={() => desk.actions.addTime({ ms: 60_000 })}>
        own more
      </button>
      <button type="button" onClick={() => calls.forEach(({ person }) => claim({ person }))}>
        own claim
      </button>
    </>
  );
}

it('an application builds its own desk from the hooks: the same numbers, the same acts', async () => {
  const desk = await openDesk({ minutes: 10, withoutKit: ['maria'] });
  render(
    <BreakoutProvider session={desk.session}>
      <OwnDesk />
    </BreakoutProvider>,
  );
  const own = () => JSON.parse(screen.getByLabelText('own desk').textContent) as Record<string, unknown>;
  expect(own()).toMatchObject({
    phase: 'open',
    rooms: 2,
    there: 6,
    mine: true,
    late: [],
    reach: { people: 6, reached: 5, rooms: 2 },
    why: [null, null, null],
    seen: [],
    calls: [],
    total: 600_000,
    closing: null,
  });
  const before = own()['left'] as number;
  act(() => screen.getByRole('button', { name: 'own more' }).click());
  expect(own()['left']).toBe(before + 60);
  await desk.does(() => desk.kit('lucas').actions.askForHelp());
  await desk.does(() => void desk.session.actions.announce({ text: 'Hello' }));
  await desk.join('Yusuf Example');
  await desk.pass(1000);
  expect(own()).toMatchObject({ late: ['yusuf'], seen: [[0, 6]], calls: [['lucas', 2, false]] });
  await desk.does(() => screen.getByRole('button', { name: 'own claim' }).click());
  expect(own()['calls']).toEqual([['lucas', 2, true]]);
  await desk.does(() => void desk.session.actions.endRooms());
  expect(own()['closing']).toBeGreaterThan(29_000);
});

it('a person’s own call for help is in the same hook', async () => {
  const desk = await openDesk();
  function Mine() {
    const { mine, isPossible, calls, ask, cancel } = useHelp();
    return (
      <>
        <output aria-label="mine">{JSON.stringify([isPossible, mine?.claimedBy, calls.length])}</output>
        <button type="button" onClick={mine === null ? ask : cancel}>
          own call
        </button>
      </>
    );
  }
  render(
    <BreakoutProvider session={desk.kit('priya')}>
      <Mine />
    </BreakoutProvider>,
  );
  const mine = () => screen.getByLabelText('mine').textContent;
  expect(mine()).toBe('[true,null,0]');
  await desk.does(() => screen.getByRole('button', { name: 'own call' }).click());
  await desk.pass(500);
  expect([...desk.state().help.keys()]).toEqual(['priya']);
  await desk.does(() => desk.session.actions.claimHelp({ person: 'priya' }));
  await desk.pass(500);
  expect(mine()).toBe('[true,"ana",0]');
  await desk.does(() => screen.getByRole('button', { name: 'own call' }).click());
  await desk.pass(500);
  expect(desk.state().help.size).toBe(0);
});
