'use client';

import { useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useElapsed } from '../../hooks/useRemaining.js';
import type { MessageView } from '../../state/views.js';
import { Toast } from '../parts/Toast.js';
import { nameInSentence, useRoomWords } from '../person/roomWords.js';
import { useSeen } from './useSeen.js';

interface MessageCardProps {
  readonly message: MessageView;
  readonly onDismiss: () => void;
}

/** One message: who wrote to whom, when, and the words, which are a stranger's. */
export function MessageCard({ message, onDismiss }: MessageCardProps) {
  const { common, person } = useMessages();
  const card = useRef<HTMLDivElement>(null);
  const room = useRoomWords(message);
  const passed = useElapsed(message.at) ?? 0;
  const { from, roomKey, text } = message;
  const who = person.messageFrom(
    from === null ? null : nameInSentence(from),
    roomKey === null ? null : room.inSentence,
    person.ago(passed),
  );
  useSeen(card, message.id);
  return (
    <Toast
      ref={card}
      // The provider's live region says the message; a second status would say it again.
      role="group"
      icon="horn"
      aria-label={who}
      from={who}
      dismissLabel={common.dismiss}
      onDismiss={onDismiss}
    >
      <bdi dir="auto">{text}</bdi>
    </Toast>
  );
}
