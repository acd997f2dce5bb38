'use client';

import { forwardRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useReturn } from '../../hooks/useReturn.js';
import { Button } from '../parts/Button.js';
import { useBusy } from '../person/useBusy.js';

/** The way back. Shorter on a phone; its name stays whole. */
export const ReturnButton = forwardRef<HTMLButtonElement, { readonly returning: boolean }>(
  function ReturnButton({ returning }, ref) {
    const { person } = useMessages();
    const { returnToMain } = useReturn();
    const { busy, run } = useBusy();
    return (
      <Button
        ref={ref}
        kind="primary"
        icon="back"
        data-grow=""
        className="brk-return"
        aria-label={person.returnToMain}
        aria-disabled={returning || busy !== null}
        onClick={() => !returning && run('return', returnToMain)}
      >
        <span className="brk-hide-phone">{person.returnToMain}</span>
        <span className="brk-only-phone">{person.returnShort}</span>
      </Button>
    );
  },
);
