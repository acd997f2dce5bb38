import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { Stepper } from '../../../src/components/parts/Stepper.js';

function Rooms({ told }: { told: number[] }) {
  const [rooms, setRooms] = useState(4);
  return (
    <Stepper
      label="Number of rooms"
      fewerLabel="One room fewer"
      moreLabel="One room more"
      value={rooms}
      min={1}
      max={10}
      maxReason="10 rooms is the limit"
      onChange={(next) => {
        told.push(next);
        setRooms(next);
      }}
    />
  );
}

const field = () => screen.getByRole('spinbutton', { name: 'Number of rooms' });

it.each([
  ['the plus', async () => userEvent.click(screen.getByRole('button', { name: 'One room more' })), '5'],
  ['the minus', async () => userEvent.click(screen.getByRole('button', { name: 'One room fewer' })), '3'],
  ['up', async () => userEvent.type(field(), '{ArrowUp}'), '5'],
  ['down', async () => userEvent.type(field(), '{ArrowDown}'), '3'],
  ['a typed number and Enter', async () => userEvent.type(field(), '{Control>}a{/Control}7{Enter}'), '7'],
  [
    'a typed number and leaving',
    async () => {
      await userEvent.clear(field());
      await userEvent.type(field(), '8');
      await userEvent.tab();
    },
    '8',
  ],
])('%s sets the number of rooms', async (_way, act, expected) => {
  render(<Rooms told={[]} />);
  await act();
  expect(field()).toHaveValue(expected);
  expect(field()).toHaveAttribute('aria-valuenow', expected);
});

it.each([
  ['too many become the most', '99', [10]],
  ['none become the least', '0', [1]],
  ['words change nothing', 'many', []],
  ['a fraction changes nothing', '2.5', []],
  ['full-width digits count', '６', [6]],
  ['the same number says nothing', '4', []],
])('%s', async (_title, typed, expected) => {
  const told: number[] = [];
  render(<Rooms told={told} />);
  await userEvent.clear(field());
  await userEvent.type(field(), `${typed}{Enter}`);
  expect(told).toEqual(expected);
  expect(field()).toHaveValue(String(expected[0] ?? 4));
});

it('Escape puts back the number that was there', async () => {
  const told: number[] = [];
  render(<Rooms told={told} />);
  await userEvent.clear(field());
  await userEvent.type(field(), '9{Escape}');
  expect(field()).toHaveValue('4');
  expect(told).toEqual([]);
});

it('at the limit, plus stays reachable and says that it is the limit', async () => {
  const told: number[] = [];
  render(<Rooms told={told} />);
  await userEvent.clear(field());
  await userEvent.type(field(), '10{Enter}');
  const plus = screen.getByRole('button', { name: 'One room more' });
  expect(plus).toHaveAccessibleDescription('10 rooms is the limit');
  await userEvent.click(plus);
  expect(told).toEqual([10]);
});
