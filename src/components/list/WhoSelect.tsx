'use client';

import { useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import type { ListChoice, ListMeeting, PlannedRow } from '../../hooks/list/useRoomList.js';
import { nameOf, nameOfKey, written } from './listWords.js';

interface WhoSelectProps {
  readonly row: PlannedRow;
  readonly choice: ListChoice | undefined;
  readonly meeting: ListMeeting;
  readonly onChoose: (choice: ListChoice) => void;
}

/** As many names as each field may have from the start. */
const FEW = 100;

/** Whom a line means: who is likely first, then everybody. */
export function WhoSelect({ row, choice, meeting, onChoose }: WhoSelectProps) {
  const messages = useMessages();
  const { list } = messages;
  // Thousands of names in each of fifty fields would be a heavy page: there they come with the focus.
  const [all, setAll] = useState(meeting.people.length <= FEW);
  const { who } = row;
  const likely = who.kind === 'ambiguous' ? who.people : who.kind === 'fuzzy' ? [who.person] : [];
  const chosen =
    choice?.kind === 'person' ? choice.person : choice || who.kind !== 'fuzzy' ? null : who.person;
  const near = new Set(chosen === null ? likely : [...likely, chosen]);
  const value = chosen === null ? (choice?.kind === 'later' ? 'later' : '') : `person ${chosen}`;
  const option = (key: string, name: string) => (
    <option key={key} value={`person ${key}`}>
      {name}
    </option>
  );
  return (
    <select
      className="brk-import-select"
      aria-label={list.who(written(row))}
      value={value}
      onFocus={() => setAll(true)}
      onChange={({ target }) => {
        if (target.value === 'later') onChoose({ kind: 'later' });
        else if (target.value === '') onChoose({ kind: 'skip' });
        else onChoose({ kind: 'person', person: target.value.slice('person '.length) });
      }}
    >
      <option value="">{who.kind === 'ambiguous' ? list.chooseWho : list.leaveOut}</option>
      <optgroup label={list.likely}>
        {[...near].map((key) => option(key, nameOfKey(meeting, key, messages)))}
      </optgroup>
      <option value="later">{list.notHere}</option>
      {all && (
        <optgroup label={list.everybody}>
          {meeting.people
            .filter(({ key }) => !near.has(key))
            .map((person) => option(person.key, nameOf(person, messages)))}
        </optgroup>
      )}
    </select>
  );
}
