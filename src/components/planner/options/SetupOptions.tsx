'use client';

import { useRef, useState, type SyntheticEvent } from 'react';
import { useMessages } from '../../../hooks/kit.js';
import { useSetups } from '../../../hooks/useSetups.js';
import { useView } from '../../../hooks/useView.js';
import { displayName, isolated } from '../../../state/displayName.js';
import type { Setup } from '../../../state/setup.js';
import { useMove } from '../../moving/useMove.js';
import { Button } from '../../parts/Button.js';
import { IconButton } from '../../parts/IconButton.js';
import { OptionGroup } from './OptionGroup.js';

const LONGEST_NAME = 80;

/** Rooms saved for other meetings, where the application allows anything to be kept. */
export function SetupOptions() {
  const { setups: words } = useMessages();
  const { canKeep, setups, save, remove, apply } = useSetups();
  const rooms = useView((state) => state.plan.rooms.length);
  const { tell } = useMove();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  if (!canKeep) return null;

  const wanted = name.trim();
  const keep = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (wanted === '' || rooms === 0) return;
    const known = setups.some((setup) => setup.name === wanted);
    const { ok } = await save(wanted);
    if (ok) setName('');
    const label = isolated(wanted);
    tell(ok ? (known ? words.replaced(label) : words.saved(label)) : words.notSaved);
  };
  const take = async (setup: Setup) => {
    // The line goes with everything in it.
    field.current?.focus();
    const { ok } = await remove(setup.name);
    const label = isolated(setup.name);
    tell(ok ? words.removed(label) : words.notRemoved(label));
  };
  return (
    <OptionGroup title={words.title}>
      <p className="brk-option-hint">{words.what}</p>
      <ul className="brk-option-list" role="list" hidden={setups.length === 0}>
        {setups.map((setup) => {
          const label = displayName(setup.name, words.title);
          return (
            <li key={setup.name} className="brk-rule">
              <div className="brk-rule-text">
                <p>
                  <bdi>{label}</bdi>
                </p>
                <p className="brk-option-hint">{words.of(setup.rooms.length)}</p>
              </div>
              <Button
                kind="link"
                aria-label={words.takeIt(label)}
                onClick={() => {
                  apply(setup);
                  tell(words.used(isolated(label)), { undoable: true });
                }}
              >
                {words.take}
              </Button>
              <IconButton icon="close" label={words.removeIt(label)} onClick={() => void take(setup)} />
            </li>
          );
        })}
      </ul>
      <form className="brk-setup" onSubmit={(event) => void keep(event)}>
        <div className="brk-field">
          <input
            ref={field}
            aria-label={words.name}
            placeholder={words.name}
            value={name}
            maxLength={LONGEST_NAME}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          unavailable={rooms === 0 ? words.roomsFirst : wanted === '' ? words.nameIt : undefined}
        >
          {words.save}
        </Button>
      </form>
    </OptionGroup>
  );
}
