'use client';

import { useMessages } from '../../hooks/kit.js';
import {
  ENCODINGS,
  type Encoding,
  type ListMatch,
  type ListMeeting,
  type ListPlan,
  type ListRead,
} from '../../hooks/list/useRoomList.js';
import { Icon } from '../parts/Icon.js';
import { Warning } from '../parts/Warning.js';
import { roomLabel } from '../moving/labels.js';

interface ListProblemsProps {
  readonly read: Extract<ListRead, { ok: true }>;
  readonly match: ListMatch;
  readonly plan: ListPlan;
  readonly meeting: ListMeeting;
  readonly fromEmpty: boolean;
  readonly onEncoding: ((encoding: Encoding) => void) | undefined;
}

/** What is not as it should be with the list as a whole, and what it does to the rooms. */
export function ListProblems({ read, match, plan, meeting, fromEmpty, onEncoding }: ListProblemsProps) {
  const messages = useMessages();
  const { list, common } = messages;
  const { columns } = match;
  const { encoding } = read;
  const isUnicode = encoding === null || encoding.startsWith('utf-');
  const problems = [
    read.guessed && encoding ? list.guessed(list.encodings[encoding]) : '',
    !read.guessed && read.garbled ? list.garbled : '',
    read.openQuote === null ? '' : list.openQuote(read.openQuote),
    columns.room === null && columns.lead === null && columns.locked === null ? list.noRooms : '',
    columns.name.length === 0 && columns.email === null && columns.userRef === null ? list.noNames : '',
    plan.refused.length === 0
      ? ''
      : list.tooManyRooms(
          common.names(plan.refused.map(({ name }) => name)),
          plan.refused.reduce((sum, { people }) => sum + people, 0),
          meeting.maxRooms,
          fromEmpty,
        ),
    ...plan.overfull.map((room) => list.overfull(roomLabel(room, messages), room.people, room.seats)),
  ].filter((problem) => problem !== '');
  return (
    <>
      {problems.length > 0 && (
        <ul role="list" className="brk-import-problems" aria-label={list.problems}>
          {problems.map((problem) => (
            <Warning key={problem}>{problem}</Warning>
          ))}
        </ul>
      )}
      {onEncoding && encoding && (read.guessed || read.garbled || !isUnicode) && (
        <label className="brk-import-choice">
          <span>{list.readAs}</span>
          <select
            className="brk-import-select"
            value={encoding}
            onChange={({ target }) => {
              const next = ENCODINGS.find((name) => name === target.value);
              if (next) onEncoding(next);
            }}
          >
            {ENCODINGS.map((name) => (
              <option key={name} value={name}>
                {list.encodings[name]}
              </option>
            ))}
          </select>
        </label>
      )}
      {plan.added.length > 0 && (
        <p className="brk-import-rooms">
          <Icon name="plus" />
          <span>
            {list.roomsToAdd(plan.added.length)}:{' '}
            {common.names(plan.added.map((room) => roomLabel(room, messages)))}
          </span>
        </p>
      )}
      {plan.renamed.map(({ roomKey, number, from, name }) => (
        <p key={roomKey} className="brk-import-rooms">
          <Icon name="edit" />
          <span>
            {list.renames(roomLabel({ number, name: from }, messages), roomLabel({ number, name }, messages))}
          </span>
        </p>
      ))}
    </>
  );
}
