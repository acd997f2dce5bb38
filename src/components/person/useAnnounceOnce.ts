'use client';
import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../hooks/useView.js';

/**
 * Says a sentence once for each new occasion.
 *
 * @param occasion - What it is about; `null` for nothing to say. The same occasion is not said twice, however it is drawn.
 * @param sentence - Read when the occasion begins; later changes of it (a countdown) are not said.
 */
export function useAnnounceOnce(occasion: string | number | null, sentence: string): void {
  const say = useAnnounce();
  const said = useRef<string | number | null>(null);
  useEffect(() => {
    if (occasion === said.current) return;
    said.current = occasion;
    if (occasion !== null) say(sentence);
  }, [occasion, sentence, say]);
}
