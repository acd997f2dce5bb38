'use client';

import { useId, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { messagesView } from '../../state/view/live.js';
import type { MessageView } from '../../state/views.js';
import { roomLabel } from '../moving/labels.js';
import { Button } from '../parts/Button.js';
import { Plate } from '../parts/Plate.js';
import { Seen } from './Seen.js';

/** What was written to the rooms, the newest first, and how many have seen it. Nothing before the first. */
export function DeskMessages() {
  const { desk } = useMessages();
  const messages = useView(messagesView);
  const [all, setAll] = useState(false);
  const heading = useId();
  const list = useId();
  if (messages.length === 0) return null;
  const earlier = messages.length - 1;
  return (
    <div role="group" aria-labelledby={heading} className="brk-group brk-hide-narrow">
      <h3 className="brk-group-head" id={heading} tabIndex={-1} data-heading="">
        {desk.messages} <span className="brk-num">{messages.length}</span>
        {earlier > 0 && (
          <Button
            kind="link"
            className="brk-push"
            aria-expanded={all}
            aria-controls={list}
            onClick={() => setAll(!all)}
          >
            {all ? desk.fewerMessages : desk.earlierMessages(earlier)}
          </Button>
        )}
      </h3>
      <ul id={list} className="brk-calls" role="list">
        {(all ? messages : messages.slice(0, 1)).map((message) => (
          <Message key={`${message.from ?? ''} ${message.id}`} message={message} />
        ))}
      </ul>
    </div>
  );
}

function Message({ message }: { readonly message: MessageView }) {
  const words = useMessages();
  const { desk } = words;
  const { number, name, roomKey, from, isMine } = message;
  return (
    <li className="brk-call">
      <div className="brk-call-row">
        {roomKey !== null && number !== null && (
          <Plate room={number} label={desk.messageOnlyTo(roomLabel({ number, name }, words))} />
        )}
        <p className="brk-call-text">
          <bdi className="brk-said">{message.text}</bdi>
          <small>
            {!isMine && from !== null && <>{desk.messageFrom(from)}. </>}
            <Seen message={message} />
          </small>
        </p>
      </div>
    </li>
  );
}
