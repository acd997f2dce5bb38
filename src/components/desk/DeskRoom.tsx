'use client';

import { memo, useId, useMemo, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { whyNotVisit } from '../../state/rules.js';
import type { FailureKind, PersonKey, RoomKey, State } from '../../state/types.js';
import { standing } from '../../state/view/people.js';
import { roomMissing, roomPeople, roomSeats, roomView } from '../../state/view/rooms.js';
import type { RoomView, Status } from '../../state/views.js';
import { DROP_KEY } from '../drag/dropTargets.js';
import type { BoardState } from '../moving/board.js';
import { roomLabel } from '../moving/labels.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import { useOnBoard } from '../moving/useBoard.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Count } from '../parts/Count.js';
import { Icon } from '../parts/Icon.js';
import { IconButton } from '../parts/IconButton.js';
import { PersonName } from '../parts/PersonName.js';
import type { Place } from '../parts/placeIcons.js';
import { Plate, roomHue } from '../parts/Plate.js';
import { StatusWord } from '../parts/StatusWord.js';
import { Stripe } from '../parts/Stripe.js';
import { DropKey } from '../planner/DropKey.js';
import { DropNote } from '../planner/DropNote.js';
import { Missing, Present } from './DeskPerson.js';

interface DeskRoomProps {
  readonly roomKey: RoomKey;
  /** Only these people, or everybody. */
  readonly filter: Place | null;
  /** The id of the sentence that says which keys there are. */
  readonly help: string;
}

/** People who were asked and are not coming by themselves. */
const TO_ASK_AGAIN: ReadonlySet<Status> = new Set(['no-answer', 'declined', 'failed']);

const isMoving = ({ lifted }: BoardState) => lifted.length > 0;

const statusIn = (state: State, key: PersonKey): Status | null => {
  const person = state.people.get(key);
  return person ? standing(state, person).status : null;
};
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
        <h3 className="brk-room-title" tabIndex={-1} data-heading="">
          <PersonName name={label} />
        </h3>
        <DropKey room={room} />
        <Count value={room.count} of={room.of} label={desk.inRoom(room.count, room.of)} />
        <Visit room={room} label={label} />
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
      {!moving && <Foot roomKey={roomKey} label={label} />}
    </section>
  );
});

/** Why the first of them could not join. */
function failureOf(state: State, people: readonly PersonKey[]): FailureKind | null {
  for (const key of people) {
    const place = state.people.get(key)?.place;
    if (place?.at === 'failed') return place.failure.kind;
  }
  return null;
}

/** Nobody is asked into a room that is about to end. */
const isClosing = ({ round }: State) => round.phase === 'closing';

/** What is amiss in a few words where the card is folded, and "Invite again (3)". */
function Foot({ roomKey, label }: { readonly roomKey: RoomKey; readonly label: string }) {
  const { session, messages } = useKit('DeskRoom');
  const { desk } = messages;
  const { tell } = useMove();
  const missing = useViewOf(roomMissing, roomKey);
  const statuses = useView((state: State) => missing.map((key) => statusIn(state, key)));
  const count = useMemo(() => {
    const counts = new Map<Status | null, number>();
    for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
    return (status: Status) => counts.get(status) ?? 0;
  }, [statuses]);
  const why = useView((state) => failureOf(state, missing));
  const closing = useView(isClosing);
  const again = missing.filter((_, at) => TO_ASK_AGAIN.has(statuses[at] ?? 'main'));
  if (again.length === 0) return null;
  const brief = [
    ['no-answer', desk.noAnswerCount],
    ['failed', desk.failedCount],
    ['declined', desk.declinedCount],
  ] as const;
  return (
    <div className="brk-room-foot brk-room-brief">
      {why !== null && (
        <p className="brk-room-note brk-room-why">
          <Icon name="warn" size="s" />
          {messages.failures[why]}
        </p>
      )}
      {brief.map(
        ([status, words]) =>
          count(status) > 0 && (
            <StatusWord key={status} className="brk-only-folded" state={status}>
              {words(count(status))}
            </StatusWord>
          ),
      )}
      {!closing && (
        <Button
          size="s"
          icon="again"
          aria-label={desk.inviteAgainTo(again.length, label)}
          onClick={() => {
            void session.actions.inviteAgain({ people: again });
            tell(desk.invited(again.length));
          }}
        >
          {desk.inviteAgain(again.length)}
        </Button>
      )}
    </div>
  );
}

/** The way into the room for the moderator. */
function Visit({ room, label }: { readonly room: RoomView; readonly label: string }) {
  const { session, messages } = useKit('DeskRoom');
  const { desk, reasons } = messages;
  const here = useView(({ self }) => self.at === 'in-room' && self.roomKey === room.key);
  const whyNot = useViewOf(whyNotVisit, room.key);
  if (here) return <StatusWord state="in-room">{desk.youAreHere}</StatusWord>;
  const visit = () => void session.actions.visitRoom({ roomKey: room.key });
  const unavailable = whyNot === null ? undefined : reasons[whyNot.why];
  return (
    <>
      <Button
        className="brk-hide-narrow"
        size="s"
        icon="go"
        aria-label={desk.visitRoom(label)}
        unavailable={unavailable}
        onClick={visit}
      >
        {desk.visit}
      </Button>
      <IconButton
        className="brk-only-narrow"
        icon="go"
        size="s"
        label={desk.visitRoom(label)}
        unavailable={unavailable}
        onClick={visit}
      />
    </>
  );
}
