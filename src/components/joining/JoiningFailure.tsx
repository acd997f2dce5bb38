'use client';

import { useMessages } from '../../hooks/kit.js';
import type { AttemptView } from '../../state/views.js';
import { Icon } from '../parts/Icon.js';

/** Why the service refused, in one plain sentence, and that the main room is heard again once it is. */
export function JoiningFailure({ attempt }: { readonly attempt: AttemptView }) {
  const { failures, person } = useMessages();
  return (
    <p className="brk-dialog-note" data-level="stop">
      <Icon name="stop" />
      <span>
        {failures[attempt.failureKind ?? 'unknown']} {attempt.soundBack && person.soundIsBack}
      </span>
    </p>
  );
}
