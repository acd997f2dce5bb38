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
    /** The line names no room: they stay where they are. */
    | 'stays'
    /** Left out, by somebody's decision or because nobody decided. */
    | 'skipped'
    /** Another line wants the same person elsewhere: neither counts until one is left out. */
    | 'conflict'
    /** Another line says the same. */
    | 'repeated'
    /** The room would be one too many. */
    | 'no-room'
    /** Names a room and nobody in it. */
    | 'room-only';
  /** The key of the room, or of a room to be added. */
  readonly to: RoomKey | 'main' | null;
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
  /** Rooms that would be too many, each with the people who lose their place by it. */
  readonly refused: readonly { readonly name: string; readonly people: number }[];
  /** Counting who is seated there and who is expected. */
  readonly overfull: readonly OverfullRoom[];
}

/**
 * Works out what a list would do. Exact and fuzzy lines count unless somebody decides otherwise; ambiguous ones only when somebody
 * chooses; whoever is not here is expected.
 *
 * @param match - From {@link matchList}.
 * @param meeting - The same meeting.
 * @param choices - By number of the row.
 */
export function planList(
  match: ListMatch,
  meeting: ListMeeting,
  choices: ReadonlyMap<number, ListChoice> = new Map(),
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
      .map(({ wish, person }) => ({ wish, person })),
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
  const rows = drafts.map(({ row, person, outcome, to = null }): PlannedRow => ({
    ...row,
    person,
    outcome,
    to,
  }));
  const people = rows.flatMap(seatOf);
  return {
    rows,
    added: laid.added,
    renamed: laid.renamed,
    people,
    placed: people.filter(({ person, to }) => person !== null && to !== null).length,
    later: people.filter(({ person }) => person === null).length,
    refused: [...refused.values()],
    overfull: overfull(meeting, laid, people),
  };
}

interface Draft {
  readonly row: ListRow;
  readonly person: PersonKey | null;
  readonly wish: RoomWish | null;
  outcome: PlannedRow['outcome'];
  to?: RoomKey | 'main' | null;
}

function usual({ who }: ListRow): ListChoice {
  if (who.kind === 'exact' || who.kind === 'fuzzy') return { kind: 'person', person: who.person };
  return who.kind === 'unmatched' ? { kind: 'later' } : { kind: 'skip' };
}

/** Lines about the same person: one that says the same again is dropped, ones that contradict each other all wait. */
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
    const [first, ...others] = group;
    if (!first) continue;
    const isSame = (draft: Draft) =>
      draft.wish !== null && first.wish !== null && wishKey(draft.wish) === wishKey(first.wish);
    if (others.every(isSame)) for (const draft of others) draft.outcome = 'repeated';
    else for (const draft of group) draft.outcome = 'conflict';
  }
}

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

function overfull(
  { people, rooms, seats, newSeats }: ListMeeting,
  { added, renamed }: { readonly added: readonly AddedRoom[]; readonly renamed: readonly RenamedRoom[] },
  placed: readonly ListSeat[],
): readonly OverfullRoom[] {
  const after = new Map<PersonKey, RoomKey>();
  for (const { key } of people) {
    const room = seats.get(key);
    if (room !== undefined) after.set(key, room);
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
