'use client';

import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { focusedElement, focusFirst, focusIsLost, openerOf } from '../../dialog/focus.js';
import { onPhone } from '../../moving/useOpenMenu.js';
import type { OptionsPlace } from './showOptions.js';

/** Whether the options are open, where, and the ways to open and close them. */
export interface OptionsControls {
  readonly open: { readonly place: OptionsPlace; readonly sheet: boolean } | null;
  readonly show: (place: OptionsPlace) => void;
  readonly hide: () => void;
  /** On the button that opens them, and gets the focus back when what opened them is gone. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** On the button that opens them where there is no room for the other: the menu of the header. */
  readonly more: RefObject<HTMLButtonElement | null>;
  /** Around everything in them. */
  readonly panel: RefObject<HTMLElement | null>;
}

/** Keeps the options of one planner open or closed. Beside the plan where there is room; on a phone a sheet. */
export function useOptionsPanel(root: RefObject<HTMLElement | null>): OptionsControls {
  const [open, setOpen] = useState<OptionsControls['open']>(null);
  const button = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLElement>(null);
  const opener = useRef<Element | null>(null);
  const show = useCallback(
    (place: OptionsPlace) => {
      const frame = root.current;
      if (!frame) return;
      const from = openerOf(frame.ownerDocument);
      if (!panel.current?.contains(from)) opener.current = from;
      setOpen({ place, sheet: onPhone(frame) });
    },
    [root],
  );
  const hide = useCallback(() => {
    const page = panel.current?.ownerDocument;
    const inside = page && (focusIsLost(page) || panel.current?.contains(focusedElement(page)));
    // Before the panel goes, and the focus with it. A sheet gives it back itself.
    if (inside) focusFirst([opener.current, button.current, more.current]);
    setOpen(null);
  }, []);
  return useMemo(() => ({ open, show, hide, button, more, panel }), [open, show, hide]);
}
