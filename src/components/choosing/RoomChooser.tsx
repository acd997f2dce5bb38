'use client';

import { forwardRef, useId, useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useRoomChoice } from '../../hooks/useRoomChoice.js';
import type { OfferView } from '../../state/views.js';
import { focusedElement } from '../dialog/focus.js';
import { Button } from '../parts/Button.js';
import { classNames } from '../parts/classNames.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { Plate } from '../parts/Plate.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';
import { Warning } from '../parts/Warning.js';
import { Choice } from './Choice.js';
import { chosenRoom, refusalWords, seatWords } from './choiceWords.js';
import { useChoiceSpoken } from './useChoiceSpoken.js';

/** Props of {@link RoomChooser}. */
export type RoomChooserProps = Omit<SurfaceProps, 'children' | 'layer'>;

/**
 * The rooms that people may choose from before they open: how many seats are taken, who is there, and one button for each. It lies
 * in the page beside what somebody is doing and takes the focus from nobody. Escape or its cross puts it aside as a chip;
 * the seat stays. Up and Down go from room to room. While no moderator lets people choose there is nothing.
 *
 * Element: `div.brk.brk-chooser` around a `section`, or one button while it is put aside. Data on the root: `state`
 * (`card`, `aside`); on a room: `room`, `state` (`full`, `here`); on its button: `choice` (`free`, `full`, `chosen`).
 *
 * @example
 * <RoomChooser />
 */
export const RoomChooser = forwardRef<HTMLDivElement, RoomChooserProps>(function RoomChooser(
  { className, ...rest },
  ref,
) {
  const { offer, putAside, takeUp } = useRoomChoice();
  const title = useRef<HTMLHeadingElement>(null);
  const chip = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useChoiceSpoken(offer);
  const aside = offer?.aside ?? null;
  useBrowserLayoutEffect(() => {
    // Whoever pressed a key or a button here goes on here; nobody else is brought here.
    if (moved.current) (aside === true ? chip : title).current?.focus();
    moved.current = false;
  }, [aside]);
  if (offer === null) return null;
  const putAway = () => {
    moved.current = true;
    putAside();
  };
  return (
    <Surface
      ref={ref}
      data-state={offer.aside ? 'aside' : 'card'}
      {...rest}
      className={classNames('brk-chooser', offer.aside && 'brk-pending', className)}
    >
      {offer.aside ? (
        <Chip
          ref={chip}
          offer={offer}
          onTakeUp={() => {
            moved.current = true;
            takeUp();
          }}
        />
      ) : (
        <Card ref={title} offer={offer} onPutAside={putAway} />
      )}
    </Surface>
  );
});

interface CardProps {
  readonly offer: OfferView;
  readonly onPutAside: () => void;
}

const Card = forwardRef<HTMLHeadingElement, CardProps>(function Card({ offer, onPutAside }, title) {
  const messages = useMessages();
  const { person } = messages;
  const { giveBack } = useRoomChoice();
  const heading = useId();
  const list = useRef<HTMLUListElement>(null);
  const refusal = refusalWords(messages, offer);
  const back = useRef<HTMLButtonElement>(null);
  const hadBack = useRef(false);
  useBrowserLayoutEffect(() => {
    // The button that gave the seat back is gone with the seat.
    if (hadBack.current && offer.chosen === null) list.current?.querySelector('button')?.focus();
    hadBack.current = back.current !== null && focusedElement(back.current.ownerDocument) === back.current;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onPutAside();
      return;
    }
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === event.target);
    const next = nextIndex(event.key, at, buttons.length);
    if (next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };
  return (
    // Keys of all its buttons arrive here once.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="brk-chooser-card" aria-labelledby={heading} onKeyDown={onKeyDown}>
      <div className="brk-chooser-head">
        <h2 className="brk-empty-title" id={heading} ref={title} tabIndex={-1}>
          {person.chooseRoom}
        </h2>
        <IconButton icon="close" label={person.putChoiceAside} onClick={onPutAside} />
      </div>
      <p className="brk-quiet">{person.chooseLead}</p>
      {refusal !== null && <Warning as="div">{refusal}</Warning>}
      {refusal === null && offer.moved && (
        <p className="brk-chooser-note">
          <Icon name="info" />
          <span>{seatWords(messages, offer)}</span>
        </p>
      )}
      <ul ref={list} className="brk-choose" role="list">
        {offer.rooms.map((room) => (
          <Choice key={room.slot} room={room} />
        ))}
      </ul>
      {offer.chosen !== null && (
        <Button ref={back} kind="link" className="brk-chooser-back" onClick={giveBack}>
          {person.giveSeatBack}
        </Button>
      )}
    </section>
  );
});

interface ChipProps {
  readonly offer: OfferView;
  readonly onTakeUp: () => void;
}

/** Put aside: the way to the rooms, with the seat this person has. */
const Chip = forwardRef<HTMLButtonElement, ChipProps>(function Chip({ offer, onTakeUp }, ref) {
  const messages = useMessages();
  const { person } = messages;
  const room = chosenRoom(messages, offer);
  const number = offer.rooms.find(({ slot }) => slot === offer.chosen)?.number ?? null;
  return (
    <Button ref={ref} onClick={onTakeUp} data-room={number ?? undefined}>
      {number !== null && <Plate room={number} size="s" />}
      {room === null ? person.chooseRoom : person.choicePending(room)}
    </Button>
  );
});

/** Round the list, as in every list of the kit. */
function nextIndex(key: string, at: number, count: number): number | undefined {
  if (at < 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
