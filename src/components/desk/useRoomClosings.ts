'use client';

import { useMemo, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { plannedFor, roomMissing, roomPeople, roomView } from '../../state/view/rooms.js';
import { roomLabel } from '../moving/labels.js';
import { useMove } from '../moving/useMove.js';
import type { RoomClosing, RoomClosings } from './roomClosing.js';

/** Everybody a room is about: who is there, who is asked, and who has a seat. */
const peopleOf = (state: State, room: RoomKey): readonly PersonKey[] => [
  ...new Set([...roomPeople(state, room), ...roomMissing(state, room), ...plannedFor(state, room)]),
];

/** Closes single rooms, and keeps until when that can be taken back. It is on this screen only: for all others people just leave. */
export function useRoomClosings(): RoomClosings {
  const { session, messages, announcer } = useKit('useRoomClosings');
  const { tell, tellStep } = useMove();
  const [closings, setClosings] = useState<ReadonlyMap<RoomKey, RoomClosing>>(new Map());
  return useMemo(() => {
    const { actions, store, clock } = session;
    const { desk, common, failures } = messages;
    const forget = (room: RoomKey) => setClosings((now) => new Map([...now].filter(([key]) => key !== room)));
    /** Returns how many of them found their seat taken. */
    const keep = (room: RoomKey, people: readonly PersonKey[]): number => {
      forget(room);
      const here = people.filter((key) => store.getState().people.has(key));
      return here.length - actions.movePeople({ people: here, to: room }, 'undo').moved.length;
    };
    const close = (room: RoomKey, people: readonly PersonKey[]) => {
      const { notice } = store.getState().times;
      const until = clock.now() + notice;
      return actions.closeRoom({ roomKey: room }).then((outcome) => {
        if (outcome.ok) setClosings((now) => new Map(now).set(room, { until, people }));
        return { outcome, notice };
      });
    };
    const labelOf = (room: RoomKey) => roomLabel(roomView(store.getState(), room), messages);
    return {
      of: (room) => closings.get(room) ?? null,
      close(room) {
        const people = peopleOf(store.getState(), room);
        const label = labelOf(room);
        void close(room, people).then(({ outcome, notice }) => {
          if (!outcome.ok) return tell(failures[outcome.failure.kind]);
          return tellStep(desk.roomCloses(label, common.clock(notice)), {
            what: desk.closeOf(label),
            back: () => keep(room, people),
            again() {
              void close(room, people);
              return 0;
            },
          });
        });
      },
      keep(room) {
        const people = closings.get(room)?.people ?? [];
        keep(room, people);
        announcer.say(desk.roomKept(labelOf(room)));
      },
    };
  }, [session, messages, announcer, tell, tellStep, closings]);
}
