'use client';

import { memo, useId, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { whyNotManage } from '../../state/rules.js';
import type { RoomKey, State } from '../../state/types.js';
import { roomMissing, roomPeople, roomSeats, roomView } from '../../state/view/rooms.js';
import type { Status } from '../../state/views.js';
import { DROP_KEY } from '../drag/dropTargets.js';
import type { BoardState } from '../moving/board.js';
import { roomLabel } from '../moving/labels.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import { useOnBoard } from '../moving/useBoard.js';
import { Count } from '../parts/Count.js';
import { IconButton } from '../parts/IconButton.js';
import { PersonName } from '../parts/PersonName.js';
import type { Place } from '../parts/placeIcons.js';
import { Plate, roomHue } from '../parts/Plate.js';
import { StatusWord } from '../parts/StatusWord.js';
import { Stripe } from '../parts/Stripe.js';
import { DropKey } from '../planner/DropKey.js';
import { DropNote } from '../planner/DropNote.js';
import { RoomName } from '../planner/RoomName.js';
import { statusIn, useAskAgain } from './askAgain.js';
import { Missing, Present } from './DeskPerson.js';
import { DeskRoomFoot } from './DeskRoomFoot.js';
import { DeskRoomMenu } from './DeskRoomMenu.js';
import { RoomClosingNote } from './RoomClosingNote.js';
import { VisitRoom } from './VisitRoom.js';

interface DeskRoomProps {
  readonly roomKey: RoomKey;
  /** Only these people, or everybody. */
  readonly filter: Place | null;
  /** The id of the sentence that says which keys there are. */
  readonly help: string;
}

const isMoving = ({ lifted }: BoardState) => lifted.length > 0;

const mayManage = (state: State) => whyNotManage(state) === null;
const asksForHelp = (state: State, room: RoomKey) =>
  [...state.help.values()].some(({ roomKey }) => roomKey === room);
const passes = (status: Status | null, filter: Place | null) =>
  filter === null || status === filter || (filter === 'invited' && status === 'inviting');

/** One open room: who is missing first, with the way to ask again; then who is there. */
export const DeskRoom = memo(function DeskRoom({ roomKey, filter, help }: DeskRoomProps) {
  const { messages } = useKit('DeskRoom');
  const { planner, desk } = messages;
  const room = useViewOf(roomView, roomKey);
  const seats = useViewOf(roomSeats, roomKey);
  const missing = useView((state) =>
    roomMissing(state, roomKey).filter((key) => passes(statusIn(state, key), filter)),
  );
  const there = useView((state) =>
    roomPeople(state, roomKey).filter((key) => passes(statusIn(state, key), filter)),
  );
  const moving = useOnBoard(isMoving);
  const again = useAskAgain(roomKey);
  const helpWaits = useViewOf(asksForHelp, roomKey);
  const mayRename = useView(mayManage);
  const [editing, setEditing] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const body = useId();
  // A room without any of these people is out of sight, but not out of reach.
  if (!room || (filter !== null && missing.length + there.length === 0 && !moving)) return null;
  const label = roomLabel(room, messages);
  const open = unfolded || filter !== null;
  return (
    <section
      className="brk-room"
      aria-label={planner.room(room.number, label)}
      data-room={room.number === null ? undefined : roomHue(room.number)}
      {...{ [DROP_KEY]: roomKey }}
      data-folded={open ? undefined : ''}
    >
      <div className="brk-room-head">
        {room.number !== null && <Plate room={room.number} />}
        {mayRename ? (
          <RoomName room={room} editing={editing} onEdit={setEditing} />
        ) : (
          <h3 className="brk-room-title" tabIndex={-1} data-heading="">
            <PersonName name={label} />
          </h3>
        )}
        <DropKey room={room} />
        {helpWaits && (
          <StatusWord state="no-answer" icon="hand" className="brk-room-help">
            <span>{desk.help}</span>
          </StatusWord>
        )}
        <Count value={room.count} of={room.of} label={desk.inRoom(room.count, room.of)} />
        <VisitRoom room={room} label={label} />
        <DeskRoomMenu room={room} label={label} again={again} onRename={() => setEditing(true)} />
        <IconButton
          className="brk-room-tool brk-only-narrow"
          icon={open ? 'up' : 'down'}
          size="s"
          label={open ? planner.hidePeople(label) : planner.showPeople(label)}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setUnfolded(!unfolded)}
        />
      </div>
      <Stripe seats={seats} label={desk.inRoom(room.count, room.of)} />
      <div className="brk-desk-people" id={body}>
        <PeopleGrid
          list={`desk-missing:${roomKey}`}
          label={desk.missingIn(label)}
          people={missing}
          row={Missing}
          className="brk-list"
          describedBy={help}
        />
        <PeopleGrid
          list={`desk-there:${roomKey}`}
          label={planner.peopleIn(label)}
          people={there}
          row={Present}
          className="brk-present"
          describedBy={help}
        />
        {missing.length + there.length === 0 && <p className="brk-room-note">{desk.nobodyThere}</p>}
      </div>
      <DropNote />
      {!moving && <RoomClosingNote roomKey={roomKey} label={label} />}
      {!moving && <DeskRoomFoot roomKey={roomKey} label={label} />}
    </section>
  );
});
