'use client';

import { memo, useCallback, useId, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { roomPeople, roomSeats, roomView } from '../../state/view/rooms.js';
import type { RoomView } from '../../state/views.js';
import { DROP_COUNT, DROP_SEATS } from '../drag/dropNote.js';
import { roomLabel } from '../moving/labels.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import { Count } from '../parts/Count.js';
import { AvatarStack } from '../parts/AvatarStack.js';
import { IconButton } from '../parts/IconButton.js';
import { Plate, roomHue } from '../parts/Plate.js';
import { Stripe } from '../parts/Stripe.js';
import { AddPeople } from './AddPeople.js';
import { DropKey } from './DropKey.js';
import { DropNote } from './DropNote.js';
import { PersonToken } from './PersonChip.js';
import { RoomName } from './RoomName.js';
import { RoomOptions } from './RoomOptions.js';

const FIRST = 3;

interface PlannerRoomProps {
  readonly roomKey: RoomKey;
  /** The id of the sentence that says which keys there are. */
  readonly help: string;
  /** How many places it has for people; without it all of them. */
  readonly places?: number | undefined;
}

/** One room of the draft: its number and name, its seats, and the people in it. */
export const PlannerRoom = memo(function PlannerRoom({ roomKey, help, places = Infinity }: PlannerRoomProps) {
  const messages = useMessages();
  const room = useViewOf(roomView, roomKey);
  const people = useViewOf(roomPeople, roomKey);
  const [editing, setEditing] = useState(false);
  const [unfolded, setUnfolded] = useState<boolean | null>(null);
  const [all, setAll] = useState(false);
  const showAll = useCallback(() => setAll(true), []);
  const body = useId();
  const listId = useId();
  if (!room) return null;
  const { planner } = messages;
  const label = roomLabel(room, messages);
  // Where there is little room only what needs a look is open, unless somebody opened or closed it.
  const open = unfolded ?? room.over > 0;
  const list = `room:${roomKey}`;
  const isLong = people.length > places;
  // The last place says how many more there are.
  const most = isLong && !all ? places - 1 : undefined;
  const add = room.free > 0 && most === undefined && <AddPeople room={room} />;
  return (
    <section
      className="brk-room"
      aria-label={planner.room(room.number, label)}
      data-room={room.number === null ? undefined : roomHue(room.number)}
      data-drop-key={roomKey}
      data-folded={open ? undefined : ''}
    >
      <div className="brk-room-head">
        {room.number !== null && <Plate room={room.number} />}
        <RoomName room={room} editing={editing} onEdit={setEditing} />
        {!open && <FirstPeople people={people} />}
        <DropKey room={room} />
        <RoomCount room={room} />
        <RoomOptions room={room} onRename={() => setEditing(true)} />
        <IconButton
          className="brk-room-tool brk-only-narrow"
          icon={open ? 'up' : 'down'}
          size="s"
          label={open ? planner.hidePeople(label) : planner.showPeople(label)}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setUnfolded(!open)}
        />
      </div>
      <RoomStripe room={room} />
      <div className="brk-room-people" id={body}>
        <PeopleGrid
          list={list}
          label={planner.peopleIn(label)}
          people={people}
          row={PersonToken}
          className="brk-room-list"
          id={listId}
          describedBy={help}
          {...(most === undefined ? {} : { most, onReach: showAll })}
        />
        {isLong && add}
        {/* While people are in hand a note stands where the button is. */}
        <div className="brk-room-end" data-bare={isLong || add ? undefined : ''}>
          {isLong ? (
            <button
              type="button"
              className="brk-more"
              aria-expanded={all}
              aria-controls={listId}
              aria-label={
                most === undefined
                  ? planner.fewerPeopleIn(label)
                  : planner.morePeopleIn(people.length - most, label)
              }
              onClick={() => setAll(!all)}
            >
              {most === undefined ? planner.fewerPeople : planner.morePeople(people.length - most)}
            </button>
          ) : (
            add
          )}
          <DropNote />
        </div>
      </div>
    </section>
  );
});

/** How many of how many; while people are in hand also how many there would be. */
function RoomCount({ room }: { readonly room: RoomView }) {
  const { planner } = useMessages();
  const over = room.over > 0 ? planner.overBy(room.over) : undefined;
  const label = planner.seatsTaken(room.count, room.of);
  return (
    <>
      <Count className="brk-unless-target" value={room.count} of={room.of} over={over} label={label} />
      <span className="brk-count brk-when-target" aria-hidden="true" {...{ [DROP_COUNT]: '' }} />
    </>
  );
}

/** The seats; those that people in hand would take are marked where they would be dropped. */
function RoomStripe({ room }: { readonly room: RoomView }) {
  const { planner } = useMessages();
  const seats = useViewOf(roomSeats, room.key);
  return <Stripe seats={seats} label={planner.seatsTaken(room.count, room.of)} {...{ [DROP_SEATS]: '' }} />;
}

/** A folded room shows its first people as avatars. */
function FirstPeople({ people: all }: { readonly people: readonly PersonKey[] }) {
  const first = all.slice(0, FIRST);
  const names = useView((state: State) => first.map((key) => state.people.get(key)?.name ?? ''));
  const people = first.map((personKey, at) => ({ personKey, name: names[at] ?? '' }));
  return <AvatarStack className="brk-only-narrow" people={people} max={FIRST} on="well" />;
}
