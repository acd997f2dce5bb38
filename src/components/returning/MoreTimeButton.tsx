'use client';

import { useMessages } from '../../hooks/kit.js';
import { useActions, useView } from '../../hooks/useView.js';
import { timeView } from '../../state/view/live.js';
import { Button, type ButtonProps } from '../parts/Button.js';

/**
 * Asks the moderators for more time. Asked, the same button says so and does nothing more, until there is more time or
 * the rooms are kept open.
 */
export function MoreTimeButton(props: Pick<ButtonProps, 'kind' | 'icon'>) {
  const { person } = useMessages();
  const { askForTime } = useActions();
  const asked = useView((state) => timeView(state).askedAt !== null);
  return (
    <Button
      {...props}
      className="brk-more-time"
      data-grow=""
      aria-disabled={asked || undefined}
      onClick={() => !asked && askForTime()}
    >
      {asked ? person.askedForTime : person.askForTime}
    </Button>
  );
}
