'use client';

import { useEffect, useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useAnnounce } from '../../hooks/useView.js';
import type { MessageView } from '../../state/views.js';
import { nameInSentence } from '../person/roomWords.js';

/** Says each message once, when it comes; several at once as a number, because only the last would be heard. */
export function useMessagesSpoken(messages: readonly MessageView[]): void {
  const { person } = useMessages();
  const say = useAnnounce();
  const said = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const fresh = messages.filter(({ id }) => !said.current.has(id));
    if (fresh.length === 0) return;
    said.current = new Set([...said.current, ...fresh.map(({ id }) => id)]);
    const [only] = fresh;
    if (fresh.length > 1) say(person.messagesSpoken(fresh.length));
    else if (only)
      say(
        person.messageSpoken(
          only.from === null ? null : nameInSentence(only.from),
          nameInSentence(only.text),
        ),
      );
  }, [messages, person, say]);
}
