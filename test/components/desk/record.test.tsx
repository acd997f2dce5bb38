import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { openDesk } from './stage.js';

/** What the page was asked to save: jsdom has no files to save to. */
function saved(): { readonly name: string; readonly text: () => Promise<string> }[] {
  const files: { name: string; text: () => Promise<string> }[] = [];
  let blob: Blob | null = null;
  URL.createObjectURL = (made) => {
    blob = made as Blob;
    return 'blob:record';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const own = blob;
    files.push({ name: this.download, text: () => own?.text() ?? Promise.resolve('') });
  });
  return files;
}

it('after the rooms have closed, who was where is saved as a table and as JSON', async () => {
  const files = saved();
  const desk = await openDesk();
  expect(screen.queryByRole('button', { name: 'Save record' })).toBeNull();
  await desk.does(() => void desk.session.actions.closeNow());
  await desk.pass(5000);
  expect(screen.getByRole('heading', { name: 'Everyone is back' })).toBeVisible();
  for (const item of [/Who was where/u, /What happened/u, /JSON/u]) {
    await userEvent.click(screen.getByRole('button', { name: 'Save record' }));
    await userEvent.click(screen.getByRole('menuitem', { name: item }));
    await desk.pass(100);
  }
  await vi.waitFor(() => expect(files).toHaveLength(3));
  expect(files.map(({ name }) => name).toSorted()).toEqual([
    'breakout-record-people.csv',
    'breakout-record.csv',
    'breakout-record.json',
  ]);
  const table = await files.find(({ name }) => name === 'breakout-record-people.csv')?.text();
  expect(table).toContain('Priya Example');
  expect(table).toContain('Pricing');
  const json: unknown = JSON.parse((await files.find(({ name }) => name.endsWith('.json'))?.text()) ?? '');
  expect(JSON.stringify(json)).toContain('Lucas Example');
  expect(desk.spoken.at(-1)).toBe('Record saved.');
});
