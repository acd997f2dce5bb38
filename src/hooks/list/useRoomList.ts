'use client';

import { useMemo } from 'react';
import type { Messages } from '../../messages.js';
import type { ListColumns, ListMatch, ListMeeting, Table } from '../../planner/list/list.js';
import type { ListChange } from '../../planner/list/listChange.js';
import { matchList } from '../../planner/list/matchList.js';
import { planCells } from '../../planner/list/planCells.js';
import { planList, type ListChoice, type ListPlan } from '../../planner/list/planList.js';
import type { BreakoutSession, ListOutcome } from '../../session/types.js';
import { displayName } from '../../state/displayName.js';
import { whyNotPlan } from '../../state/rules.js';
import type { Expected, PersonKey, State } from '../../state/types.js';
import { everybody, twins } from '../../state/view/people.js';
import { planTable, type PlanTableRow } from '../../state/view/planTable.js';
import { capacity, roomCapacity, shownRoomName } from '../../state/view/rooms.js';
import type { Reason } from '../../state/views.js';
import { useKit } from '../kit.js';
import { useView } from '../useView.js';
import type { Encoding } from './decodeText.js';
import { readTable, readTableFile, type ListRead } from './readTable.js';
import { writeCsv, writeTabs } from './writeTable.js';

export { ENCODINGS, type Encoding } from './decodeText.js';
export type { ListRead } from './readTable.js';
export type { ListColumns, ListMatch, ListMeeting, ListPerson, Table } from '../../planner/list/list.js';
export type { ListChoice, ListPlan, PlannedRow } from '../../planner/list/planList.js';

/** What {@link useRoomList} gives. */
export interface RoomListControls {
  /** The meeting as lists are matched against it. A new one whenever people, rooms or seats change. */
  readonly meeting: ListMeeting;
  /** People of a list who have not joined yet. */
  readonly expected: readonly Expected[];
  /** Why no list can be applied now, or `null`. */
  readonly whyNot: Reason | null;
  readonly readText: (text: string) => Promise<ListRead>;
  readonly readFile: (file: Blob, encoding?: Encoding) => Promise<ListRead>;
  /** Whom each line means. Nothing is changed. */
  readonly match: (table: Table, columns?: ListColumns) => ListMatch;
  /**
   * What a list would do, with what somebody decided about single lines. `fromEmpty`: whoever gets no room from it is not
   * assigned, locked people excepted; `false` by default. Nothing is changed.
   */
  readonly plan: (
    match: ListMatch,
    choices?: ReadonlyMap<number, ListChoice>,
    options?: { readonly fromEmpty?: boolean },
  ) => ListPlan;
  /** Does it, as one step of undo. An even split becomes one by hand, so that no seat of the list is drawn anew unasked. */
  readonly apply: (list: ListChange) => ListOutcome;
  /** Waits no longer for these entries of `expected`; without them, for nobody. */
  readonly forget: (who?: readonly Expected[]) => void;
  /** The draft as a table, for a list of the application's own. */
  readonly table: () => readonly PlanTableRow[];
  /** The draft as a CSV file: safe in spreadsheets, and read back as the same plan. */
  readonly csv: () => Promise<string>;
  /** The draft for the clipboard, with tabs. */
  readonly tabs: () => Promise<string>;
}

/** Reads lists of people and rooms into the draft, and hands the draft out as one. */
export function useRoomList(): RoomListControls {
  const { session, messages } = useKit('useRoomList');
  const people = useView(everybody);
  const seats = useView((state) => state.plan.seats);
  const locked = useView((state) => state.plan.locked);
  const rooms = useView((state) => state.plan.rooms);
  const limits = useView((state) => state.limits);
  const expected = useView((state) => state.plan.expected);
  const whyNot = useView(whyNotPlan);
  const meeting = useMemo(
    () => meetingOf(session, messages),
    // What it is made of; the session's state holds them all.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, messages, people, seats, locked, rooms, limits],
  );
  return useMemo(() => {
    const table = () => {
      const emailOf = (key: PersonKey) => session.personInfo(key).email ?? null;
      return planTable(session.store.getState(), { emailOf, guest: messages.common.guest });
    };
    return {
      meeting,
      expected,
      whyNot,
      readText: readTable,
      readFile: readTableFile,
      match: (cells, columns) => matchList(cells, meeting, columns),
      plan: (match, choices, options) => planList(match, meeting, choices, options),
      apply: session.actions.applyList,
      forget: session.actions.forgetExpected,
      table,
      csv: () => writeCsv(planCells(table())),
      tabs: () => writeTabs(planCells(table())),
    };
  }, [session, messages, meeting, expected, whyNot]);
}

function meetingOf(session: BreakoutSession, { common }: Messages): ListMeeting {
  const state: State = session.store.getState();
  const numbers = twins(state);
  return {
    people: everybody(state).map(({ key, name, order, userRef }) => ({
      key,
      name: displayName(name, common.guest(order)),
      twin: numbers.get(key) ?? 0,
      email: session.personInfo(key).email ?? null,
      userRef,
    })),
    rooms: state.plan.rooms.map(({ key, number, name }) => ({
      key,
      number,
      name: shownRoomName(name),
      seats: roomCapacity(state, key),
    })),
    seats: state.plan.seats,
    locked: state.plan.locked,
    maxRooms: state.limits.maxRooms,
    newSeats: capacity(state),
    roomLabel: common.roomName,
    mainLabel: common.mainRoom,
  };
}
