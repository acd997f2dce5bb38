'use client';

import { useMessages } from '../../hooks/kit.js';
import { useActions, useView } from '../../hooks/useView.js';
import { ownHelpView } from '../../state/view/live.js';
import { Button } from '../parts/Button.js';

/**
 * Asks for a moderator, and takes that back: one button, so that the focus stays where it was. A drawing alone on a
 * phone. It is not there where nobody could hear it, and not for moderators.
 */
export function HelpButton() {
  const { person } = useMessages();
  const { askForHelp, cancelHelp } = useActions();
  const { canAsk, since } = useView(ownHelpView);
  if (!canAsk) return null;
  const asked = since !== null;
  return (
    <Button
      className="brk-help"
      icon={asked ? 'close' : 'hand'}
      aria-label={asked ? person.cancelHelp : person.askForHelp}
      // The second press of a double click would take back what the first one asked.
      onClick={(event) => event.detail < 2 && (asked ? cancelHelp() : askForHelp())}
    >
      <span className="brk-hide-phone">{asked ? person.cancel : person.askForHelp}</span>
    </Button>
  );
}
