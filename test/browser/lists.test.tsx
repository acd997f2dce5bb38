import { cleanup, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RoomPlanner } from '../../src/components/planner/RoomPlanner.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import { planning } from '../../stories/scenes/planning.js';

afterEach(cleanup);

test('a real file that is dropped on the dialog is read, and placed after a look; no key in it moves anybody', async () => {
  const scene = await planning();
  const session = scene.session('ana');
  render(
    <StrictMode>
      <BreakoutProvider session={session}>
        <RoomPlanner />
      </BreakoutProvider>
    </StrictMode>,
  );
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('menuitem', { name: 'Import a list…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import a list' });
  await expect.element(dialog).toBeVisible();
  const before = session.store.getState().plan;

  const transfer = new DataTransfer();
  const text = new TextEncoder().encode('Name;Room\r\n"Vogel, Lena";Onboarding\r\nAmara Diallo;Pricing\r\n');
  transfer.items.add(
    new File([new Uint8Array([0xef, 0xbb, 0xbf]), text], 'people.csv', { type: 'text/csv' }),
  );
  const element = dialog.element();
  const over = new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: transfer });
  element.dispatchEvent(over);
  // A page that does not take it would open the file instead.
  expect(over.defaultPrevented).toBe(true);
  element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }));

  await expect.element(page.getByText('people.csv, 2 rows')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(session.store.getState().plan).toBe(before);
  await page.getByRole('button', { name: 'Place 2 people' }).click();
  await expect.element(page.getByRole('button', { name: 'More options' })).toHaveFocus();
  const { plan } = session.store.getState();
  const roomOf = (name: string) => plan.rooms.find(({ key }) => key === plan.seats.get(name))?.name;
  expect([roomOf('lena'), roomOf('amara')]).toEqual(['Onboarding', 'Pricing']);
  await scene.dispose();
});

test('an exported plan is handed to the browser as a file', async () => {
  const scene = await planning();
  render(
    <BreakoutProvider session={scene.session('ana')}>
      <RoomPlanner />
    </BreakoutProvider>,
  );
  const files: { readonly name: string; readonly text: Promise<string> }[] = [];
  // Where the browser would ask where to put the file.
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    files.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) });
  });
  onTestFinished(() => click.mockRestore());
  await page.getByRole('button', { name: 'More options' }).click();
  await page.getByRole('menuitem', { name: 'Export the plan…' }).click();
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await expect.poll(() => files.length).toBe(1);
  expect(files[0]?.name).toBe('breakout-rooms.csv');
  const text = (await files[0]?.text) ?? '';
  expect(text.split('\r\n').slice(0, 2)).toEqual([
    'Name,Email,User ref,Room,Room name,Lead,Locked',
    'Priya Nair,,priya,1,Pricing,yes,',
  ]);
  await scene.dispose();
});
