'use client';

import { useEffect, type RefObject } from 'react';
import { useAnnouncements } from '../../hooks/useAnnouncements.js';
import { whenShown } from './whenShown.js';

/** Tells the sender of a message that it was seen, once its card is really shown. */
export function useSeen(card: RefObject<HTMLElement | null>, id: string): void {
  const { see } = useAnnouncements();
  useEffect(() => {
    const element = card.current;
    return element === null ? undefined : whenShown(element, () => see({ id }));
  }, [card, see, id]);
}
