import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { expect, it } from 'vitest';
import { useLoaded } from '../../../src/components/planner/options/useLoaded.js';

it('options that could not be fetched leave the planner as it is, and come at another try', async () => {
  const user = userEvent.setup();
  const tries: ((found: string | null) => void)[] = [];
  const load = () =>
    new Promise<string>((resolve, reject) => {
      tries.push((found) => (found === null ? reject(new Error('offline')) : resolve(found)));
    });
  function Part() {
    const { part, failed, again } = useLoaded(load);
    return (
      <button type="button" onClick={again}>
        {part ?? (failed ? 'Try again' : 'One moment')}
      </button>
    );
  }
  render(
    <StrictMode>
      <Part />
    </StrictMode>,
  );
  expect(screen.getByRole('button', { name: 'One moment' })).toBeVisible();
  await act(() => Promise.resolve(tries.forEach((settle) => settle(null))));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('button', { name: 'One moment' })).toBeVisible();
  await act(() => Promise.resolve(tries.at(-1)?.('The options')));
  expect(screen.getByRole('button', { name: 'The options' })).toBeVisible();
});
