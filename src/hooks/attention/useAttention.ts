'use client';
import { useEffect, useRef } from 'react';
import { guarded } from '../../session/tap.js';
import type { Kit } from '../kit.js';
import { attentionBetween, type Attention } from './attention.js';
import { isLooking } from './looking.js';

/** Tells the application what wants this person while nobody looks at the page. A throw in it is reported, and the kit goes on. */
export function useAttention(
  { session, messages, container }: Kit,
  onAttention: ((what: Attention) => void) | undefined,
): void {
  const latest = useRef(onAttention);
  useEffect(() => {
    latest.current = onAttention;
  });
  const wanted = onAttention !== undefined;
  useEffect(() => {
    if (!wanted) return undefined;
    const page = container?.ownerDocument ?? document;
    return session.store.subscribe((state, before) => {
      if (isLooking(page)) return;
      for (const what of attentionBetween(before, state, messages)) guarded(() => latest.current?.(what));
    });
  }, [wanted, session, messages, container]);
}
