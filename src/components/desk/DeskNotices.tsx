'use client';

import { useKit } from '../../hooks/kit.js';
import type { Notice, State } from '../../state/types.js';
import { plannedFor } from '../../state/view/rooms.js';
import { NoticeList } from '../notices/NoticeList.js';

const SUBJECTS: readonly Notice['subject'][] = ['open', 'invite', 'close', 'plan'];

/** What failed while the rooms were opened, people asked, or rooms closed; each beside what can be done. The way to bring people back is on the strip below. */
export function DeskNotices() {
  const { session, messages } = useKit('DeskNotices');
  const { actions, store } = session;
  const remedy = (notice: Notice) => {
    if (notice.text === 'fewer-rooms')
      return {
        label: messages.desk.makeRest,
        act: () => void actions.inviteAgain({ people: withoutRoom(store.getState()) }),
      };
    if (notice.subject === 'invite' && notice.people.length > 0)
      return {
        label: messages.desk.inviteAgain(notice.people.length),
        act: () => void actions.inviteAgain({ people: notice.people }),
      };
    return null;
  };
  return <NoticeList subjects={SUBJECTS} remedy={remedy} />;
}

/** People whose room the service has not made. */
const withoutRoom = (state: State) =>
  state.plan.rooms
    .filter((room) => (state.rooms.get(room.key)?.roomId ?? null) === null)
    .flatMap((room) => plannedFor(state, room.key));
