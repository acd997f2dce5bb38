'use client';

import { useMemo } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { whyNotInvite } from '../../state/rules.js';
import type { FailureKind, PersonKey, RoomKey, State } from '../../state/types.js';
import { roomMissing } from '../../state/view/rooms.js';
import type { Status } from '../../state/views.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { StatusWord } from '../parts/StatusWord.js';
import { statusIn, useAskAgain } from './askAgain.js';

/** Why the first of them could not join. */
function failureOf(state: State, people: readonly PersonKey[]): FailureKind | null {
  for (const key of people) {
    const place = state.people.get(key)?.place;
    if (place?.at === 'failed') return place.failure.kind;
  }
  return null;
}

/** Nobody is asked into a room that is about to end. */
const isClosing = ({ round }: State) => round.phase === 'closing';

/** What is amiss in a few words where the card is folded, and "Invite again (3)". */
export function DeskRoomFoot({ roomKey, label }: { readonly roomKey: RoomKey; readonly label: string }) {
  const { session, messages } = useKit('DeskRoomFoot');
  const { desk } = messages;
  const { tell } = useMove();
  const missing = useViewOf(roomMissing, roomKey);
  const statuses = useView((state: State) => missing.map((key) => statusIn(state, key)));
  const count = useMemo(() => {
    const counts = new Map<Status | null, number>();
    for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
    return (status: Status) => counts.get(status) ?? 0;
  }, [statuses]);
  const why = useView((state) => failureOf(state, missing));
  const closing = useView(isClosing);
  const again = useAskAgain(roomKey);
  const whyNot = useView((state) => whyNotInvite(state, again));
  if (again.length === 0) return null;
  const brief = [
    ['no-answer', desk.noAnswerCount],
    ['failed', desk.failedCount],
    ['declined', desk.declinedCount],
  ] as const;
  return (
    <div className="brk-room-foot brk-room-brief">
      {why !== null && (
        <p className="brk-room-note brk-room-why">
          <Icon name="warn" size="s" />
          {messages.failures[why]}
        </p>
      )}
      {brief.map(
        ([status, words]) =>
          count(status) > 0 && (
            <StatusWord key={status} className="brk-only-folded" state={status}>
              {words(count(status))}
            </StatusWord>
          ),
      )}
      {!closing && (
        <Button
          size="s"
          icon="again"
          aria-label={desk.inviteAgainTo(again.length, label)}
          unavailable={whyNot === null ? undefined : messages.reasons[whyNot.why]}
          onClick={() => {
            void session.actions.inviteAgain({ people: again });
            tell(desk.invited(again.length));
          }}
        >
          {desk.inviteAgain(again.length)}
        </Button>
      )}
    </div>
  );
}
