'use client';

import { useRef } from 'react';
import { useMessages } from '../../../hooks/kit.js';
import { usePlanOptions } from '../../../hooks/usePlanOptions.js';
import { useViewOf } from '../../../hooks/useView.js';
import type { RoomKey } from '../../../state/types.js';
import { roomView } from '../../../state/view/rooms.js';
import { roomLabel } from '../../moving/labels.js';
import { useMove } from '../../moving/useMove.js';
import { Button } from '../../parts/Button.js';
import { PersonName } from '../../parts/PersonName.js';
import { Plate } from '../../parts/Plate.js';
import { Stepper } from '../../parts/Stepper.js';

/** Tells whose seats a line is about. */
export const ROOM_SEATS = 'data-room-seats';

/** Seats of one room: a number of its own, or the same as the others. */
export function RoomSeats({ roomKey }: { readonly roomKey: RoomKey }) {
  const messages = useMessages();
  const { options } = messages;
  const room = useViewOf(roomView, roomKey);
  const { seats, maxSeats, ownSeats, setRoomSeats } = usePlanOptions();
  const { tell } = useMove();
  const line = useRef<HTMLLIElement>(null);
  if (!room) return null;
  const label = roomLabel(room, messages);
  const own = ownSeats.get(roomKey);
  return (
    <li ref={line} className="brk-option" {...{ [ROOM_SEATS]: roomKey }}>
      <span className="brk-option-label brk-option-room" aria-hidden="true">
        {room.number !== null && <Plate room={room.number} size="s" />}
        <PersonName name={label} />
      </span>
      <Stepper
        label={options.seatsIn(label)}
        fewerLabel={options.oneSeatLess}
        moreLabel={options.oneSeatMore}
        value={own ?? seats}
        min={1}
        max={maxSeats}
        minReason={options.seatsMin}
        maxReason={options.seatsMax(maxSeats)}
        onChange={(count) => {
          setRoomSeats({ roomKey, seats: count });
          tell(options.roomSeatsNow(label, count), { undoable: true });
        }}
      />
      {own !== undefined && (
        <div className="brk-option-hint">
          <Button
            kind="link"
            aria-label={options.sameAsOthersFor(label)}
            onClick={() => {
              setRoomSeats({ roomKey, seats: null });
              tell(options.roomSeatsAgain(label, seats), { undoable: true });
              // The button goes; the number beside it stays.
              line.current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus();
            }}
          >
            {options.sameAsOthers}
          </Button>
        </div>
      )}
    </li>
  );
}
