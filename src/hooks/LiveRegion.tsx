'use client';
import { useSyncExternalStore } from 'react';
import type { Announcer } from './announcer.js';
import { SILENT } from './announcer.js';

/** What a screen reader hears: the polite region of one provider. Nothing is seen of it. */
export function LiveRegion({ announcer }: { readonly announcer: Announcer }) {
  const { id, sentence } = useSyncExternalStore(announcer.subscribe, announcer.current, SILENT);
  return (
    <div className="brk-hidden" data-brk-live="" role="status" aria-live="polite" aria-atomic="true">
      <span key={id}>{sentence}</span>
    </div>
  );
}
