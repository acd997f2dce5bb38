'use client';

import { useCallback, useMemo, useRef, useState, type RefObject } from 'react';
import { focusFirst, openerOf } from '../dialog/focus.js';
import type { Composing, Recipient } from './compose.js';

/** Keeps which message is being written, and gives the focus back afterwards. */
export function useComposing(root: RefObject<HTMLElement | null>): Composing {
  const [to, setTo] = useState<Composing['to']>(null);
  const opener = useRef<Element | null>(null);
  const begin = useCallback(
    (room: Recipient) => {
      const page = root.current?.ownerDocument;
      if (page) opener.current = openerOf(page);
      setTo({ room });
    },
    [root],
  );
  const end = useCallback(() => {
    focusFirst([opener.current]);
    setTo(null);
  }, []);
  return useMemo(() => ({ to, begin, end }), [to, begin, end]);
}
