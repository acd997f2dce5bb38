'use client';

import { useEffect, useId, useRef, useState, type SyntheticEvent } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { whyNotAnnounce } from '../../state/rules.js';
import type { FailureKind } from '../../state/types.js';
import { messagesView } from '../../state/view/live.js';
import { reachView } from '../../state/view/reach.js';
import { roomView } from '../../state/view/rooms.js';
import type { State } from '../../state/types.js';
import { roomLabel } from '../moving/labels.js';
import { useEscapeFirst } from '../moving/useEscapeFirst.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { Warning } from '../parts/Warning.js';
import { useCompose, type Recipient } from './compose.js';
import { Seen } from './Seen.js';

/** What one message may hold, in UTF-16 units as the field counts them. Kits cut longer ones. */
export const LONGEST_MESSAGE = 300;
/** So near its end the count is shown. */
const NEAR_END = 50;

/** Words to all rooms or to one. Open while somebody writes; absent where kits cannot talk. */
export function MessagePanel() {
  const { to } = useCompose();
  const can = useView((state) => whyNotAnnounce(state)?.why !== 'not-supported');
  return to === null || !can ? null : <Panel key={to.room ?? ''} room={to.room} />;
}

const nameOf = (state: State, room: Recipient) => (room === null ? null : roomView(state, room));
const lastTo = (state: State, room: Recipient) =>
  messagesView(state).find(({ isMine, roomKey }) => isMine && roomKey === room) ?? null;

function Panel({ room }: { readonly room: Recipient }) {
  const { session, messages } = useKit('MessagePanel');
  const { common, desk, failures, reasons } = messages;
  const { end } = useCompose();
  const { tell } = useMove();
  const view = useViewOf(nameOf, room);
  const reach = useViewOf(reachView, room);
  const last = useViewOf(lastTo, room);
  const whyNot = useView(whyNotAnnounce);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState<FailureKind | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const hint = useId();
  useEffect(() => field.current?.focus(), []);
  useEscapeFirst(true, form, end);
  const label = room === null ? null : roomLabel(view, messages);
  const left = LONGEST_MESSAGE - text.length;
  const blocked =
    whyNot !== null
      ? reasons[whyNot.why]
      : reach.people === 0
        ? label === null
          ? desk.nobodyToWriteTo
          : desk.nobodyInRoom(label)
        : text.trim() === ''
          ? desk.sayNothing
          : undefined;
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    if (blocked !== undefined) return;
    const outcome = session.actions.announce({ text, roomKey: room });
    setFailed(outcome.ok ? null : outcome.failure.kind);
    if (!outcome.ok) {
      tell(failures[outcome.failure.kind]);
      return;
    }
    tell(label === null ? desk.sentTo(reach.rooms) : desk.sentToRoom(label));
    end();
  };
  return (
    <form ref={form} className="brk-say-panel" aria-labelledby={`${id}-label`} onSubmit={send}>
      <div className="brk-say-head">
        <label id={`${id}-label`} className="brk-label" htmlFor={id}>
          {label === null ? desk.messageAllRooms : desk.messageTo(label)}
        </label>
        <IconButton icon="close" size="s" label={common.close} onClick={end} />
      </div>
      <div className="brk-say">
        <div className="brk-field">
          <input
            ref={field}
            id={id}
            value={text}
            maxLength={LONGEST_MESSAGE}
            autoComplete="off"
            aria-describedby={hint}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Button type="submit" kind="primary" unavailable={blocked}>
          {label === null ? desk.sendTo(reach.rooms) : desk.send}
        </Button>
      </div>
      <div id={hint} className="brk-say-hints">
        {left <= NEAR_END && <p className="brk-quiet brk-num">{desk.textLeft(left)}</p>}
        {reach.reached < reach.people && (
          <p className="brk-room-note">
            <Icon name="info" size="s" />
            {desk.reaches(reach.reached, reach.people)}
          </p>
        )}
      </div>
      {failed !== null && (
        <Warning as="div" level="stop">
          {failures[failed]}
        </Warning>
      )}
      {last !== null && (
        <p className="brk-room-note">
          <Icon name="inroom" size="s" />
          <span>
            <bdi>{desk.quoted(last.text)}</bdi> <Seen message={last} />
          </span>
        </p>
      )}
    </form>
  );
}
