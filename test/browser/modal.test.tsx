import { cleanup, render, screen } from '@testing-library/react';
import { useRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Modal, ModalDescription, ModalTitle } from '../../src/components/dialog/Modal.js';
import { Menu } from '../../src/components/menu/Menu.js';
import { MenuHeading, MenuItem } from '../../src/components/menu/MenuItem.js';
import { Button } from '../../src/components/parts/Button.js';
import { Surface } from '../../src/components/parts/Surface.js';

interface HostProps {
  readonly told?: string[];
  /** The button that opened the dialog goes away while it is open. */
  readonly opener?: 'stays' | 'goes';
  readonly initial?: 'title' | 'Not now';
}

function Host({ told, opener = 'stays', initial = 'title' }: HostProps) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const notNow = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Surface>
      <div data-brk-live="" role="status">
        Live
      </div>
      <section data-testid="main room">
        <h1 ref={heading} tabIndex={-1}>
          Main room
        </h1>
        {(opener === 'stays' || !open) && <Button onClick={() => setOpen(true)}>See invitation</Button>}
        <a href="#chat">Chat</a>
        <div data-testid="sound" data-brk-sound="" />
      </section>
      <Modal
        open={open}
        room={2}
        spoken={asked ? 'You asked' : ''}
        fallbackFocus={heading}
        {...(initial === 'title' ? {} : { initialFocus: notNow })}
        onEscape={() => {
          told?.push('escape');
          setOpen(false);
        }}
        onOutside={() => told?.push('outside')}
      >
        <ModalTitle>Join Onboarding?</ModalTitle>
        <ModalDescription>Ana Ruiz invites you to Room 2.</ModalDescription>
        {!asked && <Button onClick={() => setAsked(true)}>Ask first</Button>}
        <Menu trigger={<Button>More</Button>}>
          <MenuHeading>More about Room 2</MenuHeading>
          <MenuItem onSelect={() => told?.push('who')}>Who is there</MenuItem>
          <MenuItem unavailable="Room 2 is full" onSelect={() => told?.push('full')}>
            Move
          </MenuItem>
        </Menu>
        <Button ref={notNow} onClick={() => setOpen(false)}>
          Not now
        </Button>
      </Modal>
    </Surface>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const focusedName = () => document.activeElement?.textContent;

async function openDialog(props: HostProps = {}) {
  render(<Host {...props} />);
  await userEvent.click(button('See invitation'));
  return screen.findByRole('dialog', { name: 'Join Onboarding?' });
}

let styles: number;
beforeEach(() => {
  styles = document.querySelectorAll('style, link[rel=stylesheet]').length;
});
afterEach(() => {
  cleanup();
  expect(document.querySelectorAll('[inert], [data-brk-inert]')).toHaveLength(0);
});

describe('an open dialog', () => {
  it('is named by its question and described by the sentence under it', async () => {
    const dialog = await openDialog();
    expect(dialog).toHaveAccessibleDescription('Ana Ruiz invites you to Room 2.');
    expect(dialog).toHaveAttribute('aria-modal', 'true');
    await userEvent.keyboard('{Escape}');
  });

  it('begins at the title, or at the safe choice it is given', async () => {
    await openDialog();
    await expect.poll(focusedName).toBe('Join Onboarding?');
    await userEvent.keyboard('{Escape}');
  });

  it('begins at the safe choice it is given', async () => {
    await openDialog({ initial: 'Not now' });
    await expect.poll(focusedName).toBe('Not now');
    await userEvent.keyboard('{Escape}');
  });

  it('lets Tab go round inside, both ways, and never out', async () => {
    await openDialog();
    await expect.poll(focusedName).toBe('Join Onboarding?');
    const seen: (string | null | undefined)[] = [];
    for (const key of [
      '{Tab}',
      '{Tab}',
      '{Tab}',
      '{Tab}',
      '{Shift>}{Tab}{/Shift}',
      '{Shift>}{Tab}{/Shift}',
    ]) {
      await userEvent.keyboard(key);
      seen.push(focusedName());
    }
    expect(seen).toEqual(['Ask first', 'More', 'Not now', 'Ask first', 'Not now', 'More']);
    await userEvent.keyboard('{Escape}');
  });

  it('lets Shift and Tab go from the title to the last button', async () => {
    await openDialog();
    await expect.poll(focusedName).toBe('Join Onboarding?');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(focusedName()).toBe('Not now');
    await userEvent.keyboard('{Escape}');
  });

  it('makes the page inert, but neither what is spoken nor what is heard', async () => {
    await openDialog();
    expect(button('Not now').closest('[inert]')).toBeNull();
    expect(document.querySelector('h1')!.closest('[inert]')).not.toBeNull();
    expect(document.querySelector('a[href="#chat"]')!.closest('[inert]')).not.toBeNull();
    expect(screen.getByTestId('sound').closest('[inert]')).toBeNull();
    for (const region of document.querySelectorAll('[data-brk-live]')) {
      expect(region.closest('[inert]')).toBeNull();
    }
    await userEvent.keyboard('{Escape}');
  });

  it('covers the page, so that a press goes to the backdrop and the focus stays inside', async () => {
    const told: string[] = [];
    await openDialog({ told });
    const backdrop = document.querySelector<HTMLElement>('.brk-backdrop')!;
    const box = backdrop.getBoundingClientRect();
    expect([box.left, box.top, box.width, box.height]).toEqual([0, 0, innerWidth, innerHeight]);
    await userEvent.click(backdrop, { position: { x: 4, y: 4 } });
    expect(told).toEqual(['outside']);
    expect(focusedName()).toBe('Join Onboarding?');
    expect(screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
  });

  it('keeps the focus when the button that has it disappears', async () => {
    await openDialog();
    await userEvent.click(button('Ask first'));
    await expect.poll(focusedName).toBe('Join Onboarding?');
    expect(screen.getByRole('dialog').querySelector('[data-brk-live]')).toHaveTextContent('You asked');
    await userEvent.keyboard('{Escape}');
  });

  it('adds no style to the page', async () => {
    await openDialog();
    expect(document.querySelectorAll('style, link[rel=stylesheet]')).toHaveLength(styles);
    expect(document.body.getAttribute('style')).toBeNull();
    await userEvent.keyboard('{Escape}');
  });

  it('is in the middle of the page, and at its lower edge on a phone', async () => {
    const dialog = await openDialog();
    const edges = () => {
      const box = dialog.getBoundingClientRect();
      return { above: Math.round(box.top), below: Math.round(innerHeight - box.bottom), width: box.width };
    };
    expect(Math.abs(edges().above - edges().below)).toBeLessThanOrEqual(1);
    expect(edges().width).toBe(400);
    const { page } = await import('vitest/browser');
    const before = [innerWidth, innerHeight] as const;
    await page.viewport(320, 640);
    await expect.poll(() => edges().below).toBe(0);
    expect(edges().width).toBe(320);
    await page.viewport(...before);
    await userEvent.keyboard('{Escape}');
  });
});

describe('a closed dialog', () => {
  it('gives the focus back to what opened it', async () => {
    const told: string[] = [];
    await openDialog({ told });
    await userEvent.keyboard('{Escape}');
    expect(told).toEqual(['escape']);
    expect(screen.queryByRole('dialog')).toBeNull();
    await expect.poll(focusedName).toBe('See invitation');
  });

  it('gives the focus to the named place when what opened it is gone', async () => {
    const { rerender } = render(<Elsewhere there />);
    await expect.poll(focusedName).toBe('Rooms close');
    rerender(<Elsewhere there={false} />);
    await expect.poll(focusedName).toBe('Main room');
  });
});

function Elsewhere({ there }: { there: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <Surface>
      <h1 ref={heading} tabIndex={-1}>
        Main room
      </h1>
      <Modal open={there} fallbackFocus={heading}>
        <ModalTitle>Rooms close</ModalTitle>
      </Modal>
    </Surface>
  );
}

describe('a dialog over a dialog', () => {
  it('closing the lower one first leaves the page as it was', async () => {
    const { rerender } = render(<Two lower upper />);
    await screen.findByRole('dialog', { name: 'Upper' });
    expect(document.querySelector('main')!.closest('[inert]')).not.toBeNull();
    rerender(<Two lower={false} upper />);
    expect(document.querySelector('main')!.closest('[inert]')).not.toBeNull();
    expect(screen.getByRole('dialog', { name: 'Upper' })).toBeVisible();
    rerender(<Two lower={false} upper={false} />);
    await expect.poll(() => document.querySelector('[data-brk-inert]')).toBeNull();
  });

  it('what the host made inert itself stays inert', async () => {
    const own = document.body.appendChild(document.createElement('aside'));
    own.inert = true;
    const { rerender } = render(<Two lower upper={false} />);
    await screen.findByRole('dialog', { name: 'Lower' });
    rerender(<Two lower={false} upper={false} />);
    await expect.poll(() => document.querySelector('main')!.closest('[inert]')).toBeNull();
    expect(own.inert).toBe(true);
    own.remove();
  });
});

function Two({ lower, upper }: { lower: boolean; upper: boolean }) {
  return (
    <>
      <main>Host</main>
      <Modal open={lower}>
        <ModalTitle>Lower</ModalTitle>
      </Modal>
      <Modal open={upper}>
        <ModalTitle>Upper</ModalTitle>
      </Modal>
    </>
  );
}

describe('a menu in a dialog', () => {
  it('opens, is chosen from by keys, and gives the focus back without closing the dialog', async () => {
    const told: string[] = [];
    await openDialog({ told });
    button('More').focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('menuitem', { name: 'Who is there' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(told).toEqual(['who']);
    await expect.poll(focusedName).toBe('More');
    expect(screen.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
  });

  it('a full room is reached and says why it cannot be chosen', async () => {
    const told: string[] = [];
    await openDialog({ told });
    button('More').focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByRole('menuitem', { name: 'Who is there' })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    const full = screen.getByRole('menuitem', { name: 'Move' });
    expect(full).toHaveFocus();
    expect(full).toHaveAccessibleDescription('Room 2 is full');
    await userEvent.keyboard('{Enter}');
    expect(told).toEqual([]);
    expect(screen.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('menu')).toBeNull();
    expect(told).toEqual([]);
    expect(document.querySelectorAll('style, link[rel=stylesheet]')).toHaveLength(styles);
    await userEvent.keyboard('{Escape}');
    expect(told).toEqual(['escape']);
  });
});
