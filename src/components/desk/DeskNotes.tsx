'use client';

import { useKit } from '../../hooks/kit.js';
import { useCountdown } from '../../hooks/useCountdown.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { driverView, otherModerators, timeAskers } from '../../state/view/live.js';
import { isLive } from '../../state/view/rooms.js';
import { labelOf } from '../moving/labels.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { TIME, Timed } from './Timed.js';

/** Sooner than this the meeting's end is worth a line. */
const SOON = 15 * 60_000;

/** What is quiet while it is fine: who runs the rooms where that is somebody else, wishes for more time, the end of the meeting. */
export function DeskNotes() {
  const live = useView(isLive);
  if (!live) return null;
  return (
    <div className="brk-desk-notes">
      <Driver />
      <MeetingEnd />
      <Askers />
    </div>
  );
}

/** "Ana Ruiz runs the rooms", and the way to do it oneself. Nothing where there is only one moderator. */
function Driver() {
  const { session, messages } = useKit('DeskNotes');
  const { desk } = messages;
  const { tell } = useMove();
  const driver = useView(driverView);
  const others = useView(otherModerators);
  const name = useView((state) =>
    driver === null || driver.key === null ? '' : labelOf(state, driver.key, messages),
  );
  const connected = useView((state: State) => state.connection === 'connected');
  if (driver === null || driver.isMe || (driver.key === null && others.length === 0)) return null;
  const words =
    // Of somebody who has left for good there is no name to say.
    driver.key === null || (!driver.isHere && driver.name === null)
      ? desk.nobodyRuns
      : driver.isHere
        ? desk.runs(name)
        : desk.runsAway(name);
  return (
    <p className="brk-quiet">
      {words}{' '}
      {connected && (
        <Button
          kind="link"
          onClick={() => {
            session.actions.takeOver();
            tell(desk.tookOver);
          }}
        >
          {desk.takeOver}
        </Button>
      )}
    </p>
  );
}

function MeetingEnd() {
  const { common, desk } = useKit('DeskNotes').messages;
  const { meeting } = useCountdown();
  if (meeting === null || meeting > SOON) return null;
  return (
    <p className="brk-desk-warn">
      <Icon name="clock" size="s" />
      <span>
        <Timed sentence={desk.meetingEnds(TIME)} time={common.clock(meeting)} />
      </span>
    </p>
  );
}

function Askers() {
  const { desk } = useKit('DeskNotes').messages;
  const count = useView((state) => timeAskers(state).length);
  if (count === 0) return null;
  return (
    <p className="brk-desk-warn brk-push">
      <Icon name="clock" size="s" />
      {desk.askTime(count)}
    </p>
  );
}
