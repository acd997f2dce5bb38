'use client';

import { forwardRef, useId, useRef, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useAnnouncements } from '../../hooks/useAnnouncements.js';
import type { MessageView } from '../../state/views.js';
import { Button } from '../parts/Button.js';
import { classNames } from '../parts/classNames.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { MessageCard } from './MessageCard.js';
import { useMessagesSpoken } from './useMessagesSpoken.js';

/** Props of {@link ModeratorMessages}. */
export type ModeratorMessagesProps = Omit<SurfaceProps, 'children' | 'layer'>;

/** Cards at once; the earlier ones are one press away. */
const SHOWN = 3;

/**
 * What moderators wrote to the rooms, the newest on top, each until it is put away. It lies in the page and takes the
 * focus from nobody; it is spoken once. The sender is told that a message was seen when it is on screen, on a page that
 * can be seen. Without messages there is nothing.
 *
 * Element: `div.brk.brk-messages` around a `section` with a list of `div.brk-toast`.
 *
 * @example
 * <ModeratorMessages />
 */
export const ModeratorMessages = forwardRef<HTMLDivElement, ModeratorMessagesProps>(
  function ModeratorMessages({ className, ...rest }, ref) {
    const { messages } = useAnnouncements();
    useMessagesSpoken(messages);
    return messages.length === 0 ? null : (
      <Surface ref={ref} {...rest} className={classNames('brk-messages', className)}>
        <Cards messages={messages} />
      </Surface>
    );
  },
);

function Cards({ messages }: { readonly messages: readonly MessageView[] }) {
  const { person } = useMessages();
  const { dismiss } = useAnnouncements();
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const [all, setAll] = useState(false);
  const earlier = messages.length - SHOWN;
  const shown = all ? messages : messages.slice(0, SHOWN);
  const putAway = (message: MessageView, at: number) => {
    // The next card takes the focus of the one that goes; without one it stays with the kit.
    const crosses = [...(list.current?.querySelectorAll<HTMLElement>('.brk-iconbtn') ?? [])];
    (crosses[at + 1] ?? crosses[at - 1])?.focus();
    dismiss({ id: message.id });
  };
  return (
    <section aria-label={person.messages}>
      <ul ref={list} id={id} role="list" data-all={all && earlier > 0 ? '' : undefined}>
        {shown.map((message, at) => (
          <li key={`${message.id} ${String(message.at)}`}>
            <MessageCard message={message} onDismiss={() => putAway(message, at)} />
          </li>
        ))}
      </ul>
      {earlier > 0 && (
        <Button kind="link" aria-expanded={all} aria-controls={id} onClick={() => setAll(!all)}>
          {all ? person.fewerMessages : person.earlierMessages(earlier)}
        </Button>
      )}
    </section>
  );
}
