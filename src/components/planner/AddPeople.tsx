'use client';

import { useMemo, useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { usePerson } from '../../hooks/usePerson.js';
import { useView } from '../../hooks/useView.js';
import type { PersonKey } from '../../state/types.js';
import { pool } from '../../state/view/plan.js';
import type { RoomView } from '../../state/views.js';
import { focusFirst } from '../dialog/focus.js';
import { Menu } from '../menu/Menu.js';
import { MenuHeading, MenuItem, MenuRule } from '../menu/MenuItem.js';
import type { BoardState } from '../moving/board.js';
import { personLabel, roomLabel } from '../moving/labels.js';
import { comingTo } from '../moving/places.js';
import { useOnBoard } from '../moving/useBoard.js';
import { useMove } from '../moving/useMove.js';
import { Avatar } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';

/** More than these nobody reads through in a menu: the rail finds people by name. */
const MOST = 50;

const readSelected = ({ selected }: BoardState) => selected;

/** "Add people": a menu of those who have no room yet, and of the selected. */
export function AddPeople({ room }: { readonly room: RoomView }) {
  const messages = useMessages();
  const { planner } = messages;
  const button = useRef<HTMLButtonElement>(null);
  const { move } = useMove();
  const label = roomLabel(room, messages);
  return (
    <Menu
      align="start"
      aria-label={planner.addPeopleTo(label)}
      aria-labelledby={undefined}
      trigger={
        <button ref={button} type="button" className="brk-add" aria-label={planner.addPeopleTo(label)}>
          <Icon name="plus" size="s" />
          {planner.addPeople}
        </button>
      }
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        // The last seat may have been taken, and the button with it.
        const card = button.current?.closest('section');
        focusFirst([button.current, card?.querySelector('[data-heading] button')]);
      }}
    >
      <Candidates room={room} onAdd={(people) => move({ people, to: room.key, by: 'menu' })} />
    </Menu>
  );
}

interface CandidatesProps {
  readonly room: RoomView;
  readonly onAdd: (people: readonly PersonKey[]) => void;
}

/** Drawn only while the menu is open. */
function Candidates({ room, onAdd }: CandidatesProps) {
  const messages = useMessages();
  const { planner } = messages;
  const selected = useOnBoard(readSelected);
  const chosen = useView((state) => comingTo(state, room.key, [...selected]));
  const { unassigned, staying } = useView(pool);
  const rest = useMemo(() => [...unassigned, ...staying], [unassigned, staying]);
  return (
    <>
      <MenuHeading>{planner.addPeopleTo(roomLabel(room, messages))}</MenuHeading>
      {chosen.length > 0 && (
        <>
          <MenuItem icon={<Icon name="people" />} onSelect={() => onAdd(chosen)}>
            {planner.moveHere(chosen.length)}
          </MenuItem>
          <MenuRule />
        </>
      )}
      {rest.slice(0, MOST).map((key) => (
        <Candidate key={key} personKey={key} onAdd={() => onAdd([key])} />
      ))}
      {rest.length > MOST && <MenuHeading>{planner.morePeopleByName(rest.length - MOST)}</MenuHeading>}
      {rest.length === 0 && chosen.length === 0 && (
        <MenuItem unavailable={planner.everyonePlaced}>{planner.everyonePlaced}</MenuItem>
      )}
    </>
  );
}

function Candidate({ personKey, onAdd }: { readonly personKey: PersonKey; readonly onAdd: () => void }) {
  const messages = useMessages();
  const person = usePerson(personKey);
  if (!person) return null;
  return (
    <MenuItem icon={<Avatar personKey={personKey} name={person.name} />} onSelect={onAdd}>
      {personLabel(person, messages)}
    </MenuItem>
  );
}
