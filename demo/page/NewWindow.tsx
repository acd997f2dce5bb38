import type { MouseEvent, ReactNode } from 'react';
import { writeAddress, type Address } from './address.js';

interface NewWindowProps {
  readonly address: Address;
  readonly children: ReactNode;
}

/** A link that opens somebody in a window of their own. With a key held it is a link like any other. */
export function NewWindow({ address, children }: NewWindowProps) {
  const href = writeAddress(address);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Without an opener the window starts with a memory of its own, and so with a person of its own.
    window.open(href, '_blank', `noopener,popup,${address.person?.role === 'moderator' ? LARGE : SMALL}`);
  };
  return (
    <a className="brk-btn demo-link" href={href} target="_blank" rel="noreferrer" onClick={open}>
      {children}
    </a>
  );
}

const LARGE = 'width=1180,height=820';
/** As wide as a phone: participants often are on one. */
const SMALL = 'width=460,height=760';
