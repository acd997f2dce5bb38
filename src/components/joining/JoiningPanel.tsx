'use client';

import { forwardRef, type ForwardedRef, type HTMLAttributes, type RefObject } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useJoining } from '../../hooks/useJoining.js';
import type { Messages } from '../../messages.js';
import type { AttemptView } from '../../state/views.js';
import { Modal, ModalTitle } from '../dialog/Modal.js';
import { Plate } from '../parts/Plate.js';
import { Steps } from '../parts/Steps.js';
import { usePortalPlace } from '../person/usePortalPlace.js';
import { nameInSentence, useRoomWords, type RoomWords } from '../person/roomWords.js';
import { JoiningActions } from './JoiningActions.js';
import { JoiningDetails } from './JoiningDetails.js';
import { JoiningFailure } from './JoiningFailure.js';
import { useJoiningSteps } from './useJoiningSteps.js';

/** Props of {@link JoiningPanel}. */
export interface JoiningPanelProps extends Omit<HTMLAttributes<HTMLDivElement>, 'title' | 'children'> {
  /** Gets the focus at the end when what had it before is gone. */
  readonly fallbackFocus?: RefObject<HTMLElement | null> | undefined;
  /** Where the panel is put. Without it where the surface around it says, else where the provider says, else at the end of the page. */
  readonly container?: HTMLElement | null | undefined;
}

/**
 * The way into a room in named steps: the main room's sound, the room, connected. It says when it takes longer than
 * usual, when nobody answered and when the service refused, and always has a way out; except while the service itself
 * moves somebody, which nobody here can stop, and which it says.
 *
 * Element: `div.brk-dialog[role=dialog]` in a portal. Data: `kind` (`joining`, `slow`, `no-answer`, `failed`), `room`.
 *
 * @example
 * <JoiningPanel />
 */
export const JoiningPanel = forwardRef<HTMLDivElement, JoiningPanelProps>(function JoiningPanel(props, ref) {
  const { attempt } = useJoining();
  return attempt === null ? null : <OnTheWay {...props} attempt={attempt} forwarded={ref} />;
});

interface OnTheWayProps extends JoiningPanelProps {
  readonly attempt: AttemptView;
  readonly forwarded: ForwardedRef<HTMLDivElement>;
}

function OnTheWay({ attempt, forwarded, container, ...rest }: OnTheWayProps) {
  const { person } = useMessages();
  const { cancel, dismiss } = useJoining();
  const place = usePortalPlace(container);
  const room = useRoomWords(attempt);
  const steps = useJoiningSteps(attempt, room);
  const underWay = attempt.kind === 'joining' || attempt.kind === 'slow';
  const stay = underWay ? (attempt.forced ? undefined : cancel) : dismiss;
  const title = titleOf(person, attempt, room);
  return (
    <Modal
      ref={forwarded}
      open
      container={place}
      room={attempt.number ?? undefined}
      spoken={attempt.kind === 'slow' ? person.slow : title}
      aria-describedby={undefined}
      data-kind={attempt.kind}
      {...(stay === undefined ? {} : { onEscape: stay })}
      {...rest}
    >
      <div className="brk-dialog-id" data-line="">
        {attempt.number !== null && <Plate room={attempt.number} size="l" />}
        <ModalTitle>{title}</ModalTitle>
      </div>
      {attempt.kind === 'failed' ? (
        <>
          <JoiningFailure attempt={attempt} />
          <JoiningDetails attempt={attempt} />
        </>
      ) : (
        <Steps steps={steps} />
      )}
      {attempt.kind === 'slow' && (
        <p className="brk-dialog-lead" data-size="s">
          {person.slow}
        </p>
      )}
      {underWay && attempt.forced && (
        <p className="brk-dialog-lead" data-size="s">
          {person.serviceMoves(attempt.movedBy && nameInSentence(attempt.movedBy))}
        </p>
      )}
      {attempt.kind === 'no-answer' && (
        <p className="brk-dialog-lead" data-size="s">
          {person.stillInMain}
        </p>
      )}
      <JoiningActions attempt={attempt} />
    </Modal>
  );
}

function titleOf(person: Messages['person'], { kind, forced }: AttemptView, room: RoomWords): string {
  if (kind === 'failed') return person.couldNotJoin(room.inSentence);
  if (kind === 'no-answer') return person.noAnswerFrom(room.inSentence);
  return forced ? person.movingTo(room.inSentence) : person.joining(room.inSentence);
}
