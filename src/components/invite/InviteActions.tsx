'use client';

import { useMessages } from '../../hooks/kit.js';
import { useInvite } from '../../hooks/useInvite.js';
import { LIMITS } from '../../state/deadlines.js';
import type { InviteView } from '../../state/views.js';
import { Button } from '../parts/Button.js';
import type { Busy } from '../person/useBusy.js';

/**
 * The answers. After the first press nothing else is heard: both buttons keep the focus and say that they wait.
 * With a sender nobody knows, "Not now" leads.
 */
export function InviteActions({ invite, answer }: { readonly invite: InviteView; readonly answer: Busy }) {
  const { person } = useMessages();
  const { accept, decline, wait } = useInvite();
  const waiting = answer.busy !== null;
  const join = () => answer.run('join', accept);
  const seconds = LIMITS.wait / 1000;
  if (invite.kind === 'move')
    return (
      <div className="brk-dialog-actions">
        {invite.canWait && (
          <Button
            size="l"
            aria-label={person.waitLong(seconds)}
            aria-disabled={waiting}
            onClick={() => !waiting && wait()}
          >
            {person.wait(seconds)}
          </Button>
        )}
        <Answer leads name="join" answer={answer} label={person.goNow} onPress={join} />
      </div>
    );
  const unknown = invite.kind === 'unconfirmed';
  const notNow = (
    <Answer
      key="not-now"
      leads={unknown}
      name="not-now"
      answer={answer}
      label={person.notNow}
      onPress={() => answer.run('not-now', decline)}
    />
  );
  const come = (
    <Answer
      key="join"
      leads={!unknown}
      name="join"
      answer={answer}
      label={unknown ? person.joinAnyway : person.join}
      onPress={join}
    />
  );
  return <div className="brk-dialog-actions">{unknown ? [come, notNow] : [notNow, come]}</div>;
}

interface AnswerProps {
  /** Which answer this is. */
  readonly name: string;
  /** It is the one that is offered first. */
  readonly leads: boolean;
  readonly answer: Busy;
  readonly label: string;
  readonly onPress: () => void;
}

function Answer({ name, leads, answer, label, onPress }: AnswerProps) {
  return (
    <Button
      size="l"
      {...(leads ? { kind: 'primary' as const } : {})}
      aria-disabled={answer.busy !== null}
      aria-busy={answer.busy === name}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}
