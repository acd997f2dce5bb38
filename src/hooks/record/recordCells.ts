/** The record as cells of a file, in the reader's words. */
import type { Messages } from '../../messages.js';
import type { Table } from '../../planner/list/list.js';
import type { RecordEntry, RecordPerson } from '../../state/views.js';

/** One row for each line. */
export function lineCells(lines: readonly RecordEntry[], { record, common }: Messages): Table {
  const { headings, kinds, evidence: sure, time, noName } = record;
  const rows = lines.map(({ at, round, what, person, name, userRef, roomNumber, roomName, evidence }) => [
    time(at),
    String(round),
    person === null ? '' : (name ?? noName),
    userRef ?? '',
    kinds[what],
    roomNumber === null && roomName === null
      ? // Moved to no room is moved to main.
        what === 'moved'
        ? common.mainRoom
        : ''
      : common.roomName(roomNumber),
    roomName ?? '',
    evidence === null ? '' : sure[evidence],
  ]);
  const { round, name, userRef, what, room, roomName, evidence } = headings;
  return [[headings.time, round, name, userRef, what, room, roomName, evidence], ...rows];
}

/** One row for each stay of each person, and one for each person who was in no room. */
export function peopleCells(people: readonly RecordPerson[], { record, common }: Messages): Table {
  const { headings, evidence: sure, time, minutes, noName } = record;
  const rows = people.flatMap(({ name, userRef, stays }) => {
    const who = [name ?? noName, userRef ?? ''];
    if (stays.length === 0) return [[...who, '', '', '', '', '', minutes(0), '']];
    return stays.map(({ round, roomNumber, roomName, evidence, from, to, ms }) => [
      ...who,
      String(round),
      common.roomName(roomNumber),
      roomName ?? '',
      time(from),
      to === null ? '' : time(to),
      minutes(ms),
      sure[evidence],
    ]);
  });
  const { name, userRef, round, room, roomName, from, to, evidence } = headings;
  return [[name, userRef, round, room, roomName, from, to, headings.minutes, evidence], ...rows];
}
