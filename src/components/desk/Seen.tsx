'use client';

import { useMessages } from '../../hooks/kit.js';
import { useElapsed } from '../../hooks/useRemaining.js';
import type { MessageView } from '../../state/views.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** "Seen by 13 of 16, 4 min ago". */
export function Seen({ message }: { readonly message: MessageView }) {
  const { desk } = useMessages();
  const age = useElapsed(message.at) ?? 0;
  const ago =
    age < MINUTE
      ? desk.justNow
      : age < HOUR
        ? desk.minutesAgo(Math.floor(age / MINUTE))
        : desk.hoursAgo(Math.floor(age / HOUR));
  return <span className="brk-num">{desk.seenBy(message.seen, message.of, ago)}</span>;
}
