/** What a matched list would do to the draft, with what somebody decided about single lines. Nothing is done by it. */
import type { PersonKey, RoomKey } from '../../state/types.js';
import { sameEmailKey, shownNameKey } from '../../state/expected.js';
import type { ListMatch, ListMeeting, ListRow } from './list.js';
import type { AddedRoom, ListChange, ListSeat, RenamedRoom } from './listChange.js';
import { layRooms } from './layRooms.js';
import { roomReader, wishKey, type RoomWish } from './rooms.js';

/** What somebody decided about one line. */
export type ListChoice =
  | { readonly kind: 'person'; readonly person: PersonKey }
  /** Nobody who is here: they are seated when they join. */
  | { readonly kind: 'later' }
  | { readonly kind: 'skip' };

/** What becomes of one line. */
export interface PlannedRow extends ListRow {
  /** Who it is about, as it stands now; `null` for nobody who is here. */
  readonly person: PersonKey | null;
  readonly outcome:
    /** They go to the room. */
    | 'placed'
    /** They go to the room when they join. */
    | 'later'
    /** The line names no room: they stay where they are, unless the rooms are emptied first. */
    | 'stays'
    /** Left out, by somebody's decision or because nobody decided. */
    | 'skipped'
    /** Another line wants the same person elsewhere, and that one counts. Leave it out, and this one does. */
    | 'conflict'
    /** Another line says the same, and that one counts. */
    | 'repeated'
    /** The room would be one too many. */
    | 'no-room'
    /** Names a room and nobody in it. */
    | 'room-only';
  /** The key of the room, or of a room to be added. */
  readonly to: RoomKey | 'main' | null;
  /** The numbers of all rows that give a place to the same person, its own included; at most one of them counts. */
  readonly same: readonly number[];
}

/** A room that would hold more people than it has seats. */
export interface OverfullRoom {
  readonly key: RoomKey;
  readonly number: number;
  readonly name: string | null;
  readonly people: number;
  readonly seats: number;
}

/** What a list would do. It is a {@link ListChange}: hand it to `applyList` as it is. */
export interface ListPlan extends ListChange {
  readonly rows: readonly PlannedRow[];
  /** People who are here and get a place. */
  readonly placed: number;
  /** People who get one when they join. */
  readonly later: number;
  /** Whoever sits in a room and gets none from the list, when it starts from empty rooms; else nobody. */
  readonly unseated: readonly PersonKey[];
  /** Rooms that would be too many, each with the people who lose their place by it. */
  readonly refused: readonly { readonly name: string; readonly people: number }[];
  /** Counting who is seated there and who is expected. */
  readonly overfull: readonly OverfullRoom[];
}

/**
 * Works out what a list would do. Exact and fuzzy lines count unless somebody decides otherwise; ambiguous ones only when somebody
 * chooses; whoever is not here is expected. Of lines that want one person in different rooms the first counts, the others are
 * conflicts.
 *
 * A room that is not there yet takes the first one without a name, whoever sits in it; a room is only added where none is left.
 *
 * @param match - From {@link matchList}.
 * @param meeting - The same meeting.
 * @param choices - By number of the row.
 * @param options - `fromEmpty`: the rooms are emptied first, so that whoever gets no room from the list is not assigned. Locked
 * people stay where they are, and so does everybody who is kept in the main room. A list that gives nobody a place empties
 * nothing. `false` by default.
 */
export function planList(
  match: ListMatch,
  meeting: ListMeeting,
  choices: ReadonlyMap<number, ListChoice> = new Map(),
  { fromEmpty = false }: { readonly fromEmpty?: boolean } = {},
): ListPlan {
  const readRoom = roomReader(meeting);
  const here = new Set(meeting.people.map(({ key }) => key));
  const drafts = match.rows.map((row): Draft => {
    const choice = choices.get(row.row) ?? usual(row);
    const wish = readRoom(row.room, row.roomName);
    const person = choice.kind === 'person' && here.has(choice.person) ? choice.person : null;
    if (row.who.kind === 'room-only') return { row, person: null, wish, outcome: 'room-only' };
    const skipped = choice.kind === 'skip' || (choice.kind === 'person' && person === null);
    if (skipped) return { row, person: null, wish, outcome: 'skipped' };
    if (wish === null) return { row, person, wish, outcome: person === null ? 'skipped' : 'stays' };
    return { row, person, wish, outcome: person === null ? 'later' : 'placed' };
  });
  sortOut(drafts);
  const laid = layRooms(
    meeting,
    drafts
      .filter(({ outcome }) => outcome === 'placed' || outcome === 'later' || outcome === 'room-only')
      .map(({ wish }) => wish),
  );
  const refused = new Map<string, { name: string; people: number }>();
  for (const draft of drafts) {
    if (draft.wish === null) continue;
    draft.to = laid.keyOf(draft.wish);
    if (draft.to !== null) continue;
    const isPerson = draft.outcome === 'placed' || draft.outcome === 'later';
    if (!isPerson && draft.outcome !== 'room-only') continue;
    draft.outcome = 'no-room';
    const key = wishKey(draft.wish);
    const before = refused.get(key) ?? { name: draft.row.room || (draft.row.roomName ?? ''), people: 0 };
    refused.set(key, { ...before, people: before.people + (isPerson ? 1 : 0) });
  }
  const rows = drafts.map(({ row, person, outcome, to = null, same = [row.row] }): PlannedRow => ({
    ...row,
    person,
    outcome,
    to,
    same,
  }));
  const people = rows.flatMap(seatOf);
  const unseated = fromEmpty ? whoLosesTheirSeat(meeting, people) : [];
  return {
    rows,
    added: laid.added,
    renamed: laid.renamed,
    people,
    unseated,
    placed: people.filter(({ person, to }) => person !== null && to !== null).length,
    later: people.filter(({ person }) => person === null).length,
    refused: [...refused.values()],
    overfull: overfull(meeting, laid, people, unseated),
  };
}

interface Draft {
  readonly row: ListRow;
  readonly person: PersonKey | null;
  readonly wish: RoomWish | null;
  outcome: PlannedRow['outcome'];
  to?: RoomKey | 'main' | null;
  same?: readonly number[];
}

function usual({ who }: ListRow): ListChoice {
  if (who.kind === 'exact' || who.kind === 'fuzzy') return { kind: 'person', person: who.person };
  return who.kind === 'unmatched' ? { kind: 'later' } : { kind: 'skip' };
}

/** Lines about the same person: the first counts. One that says the same again is dropped, one that says something else waits. */
function sortOut(drafts: readonly Draft[]): void {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.outcome !== 'placed' && draft.outcome !== 'later') continue;
    const key = identity(draft);
    const group = groups.get(key);
    if (group) group.push(draft);
    else groups.set(key, [draft]);
  }
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const same = group.map(({ row }) => row.row);
    const places = new Set<string>();
    // Who is only probably meant gives way to a line that is certain.
    for (const draft of [...group.filter(isCertain), ...group.filter((other) => !isCertain(other))]) {
      const place = draft.wish === null ? '' : wishKey(draft.wish);
      if (places.has(place)) draft.outcome = 'repeated';
      else if (places.size > 0) draft.outcome = 'conflict';
      places.add(place);
      draft.same = same;
    }
  }
}

const isCertain = ({ row: { who } }: Draft) => who.kind === 'exact' || who.kind === 'unmatched';

function identity({ row, person }: Draft): string {
  if (person !== null) return `person ${person}`;
  if (row.userRef !== null) return `ref ${row.userRef}`;
  if (row.email !== null) return `email ${sameEmailKey(row.email)}`;
  return `name ${shownNameKey(row.name ?? '')}`;
}

function seatOf({
  outcome,
  person,
  name,
  email,
  userRef,
  to,
  lead,
  locked,
}: PlannedRow): readonly ListSeat[] {
  if (outcome === 'placed' || outcome === 'later')
    return [{ person, name, email, userRef, to, lead, locked }];
  // Nobody is moved, but a mark may change.
  if (outcome === 'stays' && (lead !== null || locked !== null))
    return [{ person, name, email, userRef, to: null, lead, locked }];
  return [];
}

/** Whoever has a seat, whether they are here or away, and gets no place from the list. */
function whoLosesTheirSeat(
  { seats, locked }: ListMeeting,
  placed: readonly ListSeat[],
): readonly PersonKey[] {
  const given = placed.filter(({ to }) => to !== null);
  if (given.length === 0) return [];
  const kept = new Set(given.map(({ person }) => person));
  return [...seats.keys()].filter((key) => !kept.has(key) && !locked.has(key));
}

function overfull(
  { people, rooms, seats, newSeats }: ListMeeting,
  { added, renamed }: { readonly added: readonly AddedRoom[]; readonly renamed: readonly RenamedRoom[] },
  placed: readonly ListSeat[],
  unseated: readonly PersonKey[],
): readonly OverfullRoom[] {
  const gone = new Set(unseated);
  const after = new Map<PersonKey, RoomKey>();
  for (const { key } of people) {
    const room = seats.get(key);
    if (room !== undefined && !gone.has(key)) after.set(key, room);
  }
  const counts = new Map<RoomKey, number>();
  const count = (room: RoomKey) => counts.set(room, (counts.get(room) ?? 0) + 1);
  const coming = new Set<RoomKey>();
  for (const { person, to } of placed) {
    if (to !== null && to !== 'main') coming.add(to);
    if (person === null) {
      if (to !== null && to !== 'main') count(to);
    } else if (to === 'main') after.delete(person);
    else if (to !== null) after.set(person, to);
  }
  for (const room of after.values()) count(room);
  const names = new Map(renamed.map(({ roomKey, name }) => [roomKey, name]));
  return [...rooms, ...added.map((room) => ({ ...room, seats: newSeats }))].flatMap(
    ({ key, number, name, seats: of }) => {
      const all = counts.get(key) ?? 0;
      // A room that was too full before is not the list's doing.
      if (all <= of || !coming.has(key)) return [];
      return [{ key, number, name: names.get(key) ?? name, people: all, seats: of }];
    },
  );
}
