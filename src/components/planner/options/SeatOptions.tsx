'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../../hooks/kit.js';
import { usePlanOptions } from '../../../hooks/usePlanOptions.js';
import { useView } from '../../../hooks/useView.js';
import { roomKeys } from '../../../state/view/rooms.js';
import { useMove } from '../../moving/useMove.js';
import { Button } from '../../parts/Button.js';
import { Icon } from '../../parts/Icon.js';
import { Stepper } from '../../parts/Stepper.js';
import { Warning } from '../../parts/Warning.js';
import { OptionGroup, OptionRow } from './OptionGroup.js';
import { RoomSeats, ROOM_SEATS } from './RoomSeats.js';
import type { OptionsPlace } from './showOptions.js';

/** How many seats there are in each room, and in those that differ. */
export function SeatOptions({ place }: { readonly place: OptionsPlace }) {
  const { options } = useMessages();
  const { seats, seatsSet, maxSeats, maxSeatsKnown, ownSeats, roomsOver, setSeats } = usePlanOptions();
  const rooms = useView(roomKeys);
  const { tell } = useMove();
  const [toggled, setToggled] = useState<{ readonly place: OptionsPlace; readonly open: boolean } | null>(
    null,
  );
  const list = useRef<HTMLUListElement>(null);
  const listId = useId();
  const asked = place.at === 'seats' ? place.roomKey : null;
  // Opened or closed by hand, until the next time somebody asks for the seats of a room.
  const open = toggled?.place === place ? toggled.open : asked !== null || ownSeats.size > 0;

  // One room was asked for: its seats are open, and have the focus.
  useEffect(() => {
    if (place.at !== 'seats') return;
    const row = [...(list.current?.children ?? [])].find(
      (element) => element.getAttribute(ROOM_SEATS) === place.roomKey,
    );
    row?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
  }, [place]);

  const most = maxSeatsKnown ? options.seatsMax(maxSeats) : options.seatsMaxUnsaid(maxSeats);
  return (
    <OptionGroup title={options.seats}>
      <OptionRow
        label={options.seatsEach}
        hint={
          seatsSet ? (
            <>
              {most}{' '}
              <Button
                kind="link"
                onClick={() => {
                  setSeats(null);
                  tell(options.seatsAgain(maxSeats), { undoable: true });
                }}
              >
                {options.asMany}
              </Button>
            </>
          ) : maxSeatsKnown ? (
            options.asManySet(maxSeats)
          ) : (
            most
          )
        }
      >
        <Stepper
          label={options.seatsEach}
          fewerLabel={options.oneSeatLess}
          moreLabel={options.oneSeatMore}
          value={seats}
          min={1}
          max={maxSeats}
          minReason={options.seatsMin}
          maxReason={most}
          onChange={(count) => {
            setSeats(count);
            tell(options.seatsNow(count), { undoable: true });
          }}
        />
      </OptionRow>
      {roomsOver > 0 && (
        <Warning as="div" level="stop">
          {options.roomsOver(roomsOver)}
        </Warning>
      )}
      <button
        type="button"
        className="brk-option-more"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setToggled({ place, open: !open })}
      >
        <Icon name={open ? 'down' : 'next'} size="s" />
        {options.ownSeats}
        {ownSeats.size > 0 && <span className="brk-num brk-faint">{ownSeats.size}</span>}
      </button>
      <ul ref={list} id={listId} className="brk-option-list" role="list" hidden={!open}>
        {rooms.map((key) => (
          <RoomSeats key={key} roomKey={key} />
        ))}
      </ul>
    </OptionGroup>
  );
}
