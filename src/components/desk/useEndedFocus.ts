'use client';

import { useEffect, useRef, type RefObject } from 'react';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { focusFirst, focusIsLost, tabbables } from '../dialog/focus.js';
import { isElement } from '../parts/isElement.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

const phaseOf = ({ round }: State) => round.phase;

/**
 * Keeps the focus on the desk when its rooms end, or stay open after all: the button that was pressed is gone. Then what comes
 * next has it: what to do with those who are not back, or the way to end the rooms another time. It is taken from nobody.
 */
export function useEndedFocus(root: RefObject<HTMLElement | null>): void {
  const phase = useView(phaseOf);
  const before = useRef(phase);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const frame = root.current;
    if (!frame) return undefined;
    const note = ({ target }: Event) => {
      last.current = isElement(target) ? target : null;
    };
    frame.addEventListener('focusin', note);
    return () => frame.removeEventListener('focusin', note);
  }, [root]);
  useBrowserLayoutEffect(() => {
    const was = before.current;
    before.current = phase;
    const frame = root.current;
    if (!frame || was !== 'closing' || was === phase) return;
    if (last.current === null || last.current.isConnected || !focusIsLost(frame.ownerDocument)) return;
    if (phase === 'closed') focusFirst(tabbables(frame.querySelector('.brk-body') ?? frame));
    else focusFirst([frame.querySelector('[data-end]')]);
  }, [phase, root]);
}
