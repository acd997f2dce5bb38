'use client';

import { useKit } from '../../hooks/kit.js';
import { useRoomPlan } from '../../hooks/useRoomPlan.js';
import { useView } from '../../hooks/useView.js';
import { capacity } from '../../state/view/rooms.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { EmptyState } from '../parts/EmptyState.js';
import { Icon } from '../parts/Icon.js';
import { Plate } from '../parts/Plate.js';

/** "Add a room", or the honest sentence where there can be no more. */
export function AddRoom() {
  const { messages } = useKit('AddRoom');
  const { planner } = messages;
  const { whyNotAddRoom, actions } = useRoomPlan();
  const { tell } = useMove();
  if (whyNotAddRoom?.why === 'room-limit') return <RoomLimit />;
  if (whyNotAddRoom) return null;
  return (
    <button
      type="button"
      className="brk-add"
      data-kind="room"
      onClick={() => {
        actions.addRoom();
        tell(planner.added, { undoable: true });
      }}
    >
      <Icon name="plus" />
      {planner.addRoom}
    </button>
  );
}

/** No more rooms: how many people fit, and the smallest rooms that hold everybody. */
function RoomLimit() {
  const { messages } = useKit('AddRoom');
  const { planner } = messages;
  const { actions, seated, unassigned } = useRoomPlan();
  const { tell } = useMove();
  const max = useView((state) => state.limits.maxRooms);
  const each = useView(capacity);
  const people = seated.length + unassigned.length;
  const needed = Math.max(2, Math.ceil(people / max));
  const fit = Math.min(people, max * each);
  return (
    <EmptyState
      className="brk-limit"
      art={
        <div className="brk-plates" aria-hidden="true">
          {Array.from({ length: Math.min(max, 20) }, (_, at) => (
            <Plate key={at} room={at + 1} />
          ))}
        </div>
      }
      title={planner.limitTitle(max)}
      reason={planner.limitText(max, fit, Math.min(each, needed))}
      actions={
        needed < each && (
          <Button
            onClick={() => {
              actions.setCapacity(needed);
              tell(planner.seatsNow(needed), { undoable: true });
            }}
          >
            {planner.limitAct(max, needed)}
          </Button>
        )
      }
    />
  );
}
