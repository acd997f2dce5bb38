'use client';

import { useEffect, useRef, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { isLive } from '../../state/view/rooms.js';
import type { RoomView } from '../../state/views.js';
import { roomLabel } from '../moving/labels.js';
import { useEscapeFirst } from '../moving/useEscapeFirst.js';
import { useMove } from '../moving/useMove.js';
import { Icon } from '../parts/Icon.js';
import { PersonName } from '../parts/PersonName.js';

/** Longer names are cut on every screen; the service never sees them. */
const MAX_LENGTH = 60;

interface RoomNameProps {
  readonly room: RoomView;
  readonly editing: boolean;
  readonly onEdit: (editing: boolean) => void;
}

/** The name of a room: a button that becomes a field. Enter and leaving keep, Escape restores. */
export function RoomName({ room, editing, onEdit }: RoomNameProps) {
  const { messages } = useKit('RoomName');
  const button = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);
  const label = roomLabel(room, messages);
  useEffect(() => {
    if (edited.current && !editing) button.current?.focus();
    edited.current = editing;
  }, [editing]);
  return (
    <h3 className="brk-room-title" data-heading="" tabIndex={-1}>
      {editing ? (
        <Field room={room} label={messages.planner.renameRoom(label)} onDone={() => onEdit(false)} />
      ) : (
        <button
          ref={button}
          type="button"
          className="brk-room-rename"
          aria-label={messages.planner.renameRoom(label)}
          onClick={() => onEdit(true)}
          onKeyDown={(event) => {
            if (event.key !== 'F2') return;
            event.preventDefault();
            onEdit(true);
          }}
        >
          <PersonName name={label} />
          <Icon name="edit" size="s" />
        </button>
      )}
    </h3>
  );
}

function Field({
  room,
  label,
  onDone,
}: {
  readonly room: RoomView;
  readonly label: string;
  readonly onDone: () => void;
}) {
  const { session, messages } = useKit('RoomName');
  const { tell, tellStep } = useMove();
  const field = useRef<HTMLInputElement>(null);
  const now = roomLabel(room, messages);
  const [text, setText] = useState(now);
  const over = useRef(false);
  useEffect(() => field.current?.select(), []);
  const end = (keep: boolean) => {
    // Leaving the field follows on Enter and on Escape: one of them has spoken already.
    if (over.current) return;
    over.current = true;
    const name = text.trim();
    if (keep && name !== now) {
      const fallback = messages.common.roomName(room.number);
      const before = room.name;
      const rename = (to: string | null) => {
        session.actions.renameRoom({ roomKey: room.key, name: to });
        return 0;
      };
      const after = name === fallback ? null : name;
      rename(after);
      const sentence = messages.planner.renamed(name === '' ? fallback : name);
      // Of open rooms a step of the draft takes nothing back: undo there is a step of its own.
      if (isLive(session.store.getState()))
        tellStep(sentence, {
          what: messages.planner.changes.rename,
          back: () => rename(before),
          again: () => rename(after),
        });
      else tell(sentence, { undoable: true });
    }
    onDone();
  };
  useEscapeFirst(true, field, () => end(false));
  return (
    <input
      ref={field}
      // The person asked for it: the field takes the place of the button they pressed.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      aria-label={label}
      value={text}
      maxLength={MAX_LENGTH}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(true)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        end(true);
      }}
    />
  );
}
