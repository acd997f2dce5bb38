/**
 * One person's page: a document of its own with a root of its own, so that six people can have a dialog each at the
 * same moment, as they do on six machines. Real pointers and keys; what is read is what is on the screen.
 */
import { within, type BoundFunctions, type queries } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { createRoot } from 'react-dom/client';
import { focusedElement } from '../../src/components/dialog/focus.js';
import { page as tab, userEvent, type FrameLocator, type Locator } from 'vitest/browser';

/** What a person presses, by its role. */
export type Pressable = 'button' | 'radio' | 'menuitem' | 'row' | 'region';

/** One person's page. */
export interface Page {
  readonly name: string;
  readonly body: HTMLElement;
  /** What is on the screen now, and what will be. */
  readonly sees: BoundFunctions<typeof queries>;
  /** All words on the screen, those for the ear included. */
  readonly words: () => string;
  /** A place on the screen that a real pointer can go to: the window comes to the front. */
  readonly at: (role: Pressable, name: string | RegExp) => Locator;
  /** The same places for whoever looks for something else than a role. */
  readonly frame: FrameLocator;
  /** Presses with a real pointer; waits until it can be pressed, as a person does. */
  readonly press: (role: Pressable, name: string | RegExp) => Promise<void>;
  /** How often this person has pressed a pointer so far. */
  readonly presses: () => number;
  readonly key: (keys: string) => Promise<void>;
  /** What has the focus on this page. */
  readonly focused: () => Element | null;
  /** Every sentence a screen reader is told from now on, in order. It grows. */
  readonly spoken: () => readonly string[];
  /** The same, with what open dialogs say: each has a region of its own, for the page behind it is not heard. */
  readonly spokenAnywhere: () => readonly string[];
  readonly close: () => void;
}

/** How large a person's window is. */
export interface PageSize {
  readonly width?: number;
  readonly height?: number;
  /** Writing direction of the whole page. */
  readonly dir?: string;
}

/** Opens a page. Names of people are titles of their windows: no two alike. */
export async function openPage(
  name: string,
  content: (body: HTMLElement) => ReactNode,
  { width = 1040, height = 780, dir = 'ltr' }: PageSize = {},
): Promise<Page> {
  const window = document.createElement('iframe');
  window.title = name;
  // All lie on the same spot; whoever acts has theirs in front.
  Object.assign(window.style, {
    position: 'fixed',
    inset: '0 auto auto 0',
    width: `${String(width)}px`,
    height: `${String(height)}px`,
    border: '0',
    background: 'Canvas',
  });
  window.srcdoc = `<!doctype html><html lang="en" dir="${dir}"><body style="margin:0"></body></html>`;
  const loaded = new Promise((resolve) => window.addEventListener('load', resolve, { once: true }));
  document.body.append(window);
  await loaded;
  const inside = window.contentDocument;
  if (!inside) throw new Error('A frame of this page has no document of its own.');
  for (const style of document.querySelectorAll('style')) inside.head.append(style.cloneNode(true));
  const box = inside.createElement('div');
  box.style.minHeight = '100vh';
  inside.body.append(box);

  let presses = 0;
  inside.addEventListener('pointerdown', () => (presses += 1), true);
  // Ids of two roots must differ where both have something in the one page that plays the sound.
  const root = createRoot(box, { identifierPrefix: `${idPart(name)}-` });
  root.render(<StrictMode>{content(inside.body)}</StrictMode>);
  const frame = tab.frameLocator(tab.getByTitle(name, { exact: true }));
  const toFront = () => {
    for (const other of document.querySelectorAll('iframe'))
      other.style.zIndex = other === window ? '1' : '0';
  };
  const at: Page['at'] = (role, label) => {
    toFront();
    return frame.getByRole(role, { name: label, exact: true });
  };
  return {
    name,
    body: inside.body,
    sees: within(inside.body),
    words: () => inside.body.innerText,
    at,
    frame,
    press: (role, label) => at(role, label).click(),
    presses: () => presses,
    key: (keys) => userEvent.keyboard(keys),
    focused: () => focusedElement(inside),
    spoken: () => listenTo(inside),
    spokenAnywhere: () => listenToAll(inside),
    close() {
      root.unmount();
      window.remove();
    },
  };
}

function listenTo(page: Document): readonly string[] {
  const region = page.querySelector('[data-brk-live]');
  if (!region) throw new Error('There is no live region: nothing would be heard.');
  const said: string[] = [];
  const changes = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node.textContent) said.push(node.textContent);
  });
  changes.observe(region, { childList: true, subtree: true });
  onTestFinished(() => changes.disconnect());
  return said;
}

function listenToAll(page: Document): readonly string[] {
  const said: string[] = [];
  const changes = new MutationObserver((records) => {
    // A region that changed in several ways is read once.
    const regions = new Set<Element>();
    for (const { target, addedNodes } of records) {
      const changed = target.nodeType === Node.TEXT_NODE ? target.parentElement : (target as Element);
      const around = changed?.closest('[data-brk-live]');
      if (around) regions.add(around);
      else
        for (const node of addedNodes)
          if (node.nodeType === Node.ELEMENT_NODE)
            for (const inner of (node as Element).querySelectorAll('[data-brk-live]')) regions.add(inner);
    }
    for (const { textContent } of regions) if (textContent) said.push(textContent);
  });
  changes.observe(page.body, { childList: true, characterData: true, subtree: true });
  onTestFinished(() => changes.disconnect());
  return said;
}

/** A person's name as a part of an id. */
export const idPart = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/gu, '');
