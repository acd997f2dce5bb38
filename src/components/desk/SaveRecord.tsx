'use client';

import { useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useSessionRecord } from '../../hooks/useSessionRecord.js';
import { Menu } from '../menu/Menu.js';
import { MenuItem } from '../menu/MenuItem.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';

/** How long a file stays for the browser to fetch. */
const KEPT_MS = 60_000;

const CSV = 'text/csv;charset=utf-8';
const JSON_TYPE = 'application/json';

/** The record of the session as a file: for people as a table, for programs as JSON. Nothing where nothing was recorded. */
export function SaveRecord() {
  const { session, messages } = useKit('SaveRecord');
  const { desk } = messages;
  const { tell } = useMove();
  const { lines, toCsv, toJson } = useSessionRecord();
  const button = useRef<HTMLButtonElement>(null);
  if (lines.length === 0) return null;
  const save = (name: string, type: string, text: string) => {
    const page = button.current?.ownerDocument ?? document;
    const url = URL.createObjectURL(new Blob([text], { type }));
    const link = page.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // Some browsers take hold of it only after they have asked where to put it.
    session.clock.after(KEPT_MS, () => URL.revokeObjectURL(url));
    tell(desk.recordSaved);
  };
  return (
    <Menu
      align="start"
      trigger={
        <Button ref={button} kind="quiet" icon="save" iconEnd="down">
          {desk.saveRecord}
        </Button>
      }
    >
      <MenuItem
        onSelect={() => void toCsv('people').then((text) => save(`${desk.recordPeopleFile}.csv`, CSV, text))}
      >
        {desk.savePeople}
      </MenuItem>
      <MenuItem
        onSelect={() => void toCsv('lines').then((text) => save(`${desk.recordFile}.csv`, CSV, text))}
      >
        {desk.saveLines}
      </MenuItem>
      <MenuItem onSelect={() => save(`${desk.recordFile}.json`, JSON_TYPE, toJson())}>
        {desk.saveJson}
      </MenuItem>
    </Menu>
  );
}
