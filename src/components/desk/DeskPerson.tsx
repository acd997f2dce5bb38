'use client';

import { memo } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { usePerson } from '../../hooks/usePerson.js';
import { useElapsed, useRemaining } from '../../hooks/useRemaining.js';
import { useViewOf } from '../../hooks/useView.js';
import { roomView } from '../../state/view/rooms.js';
import type { State } from '../../state/types.js';
import type { PersonView } from '../../state/views.js';
import type { BoardState } from '../moving/board.js';
import { personLabel } from '../moving/labels.js';
import type { PersonRowProps } from '../moving/PeopleGrid.js';
import { placesIn } from '../moving/peopleLists.js';
import { useOnBoardOf } from '../moving/useBoard.js';
import { MENU_BUTTON } from '../moving/usePeoplePresses.js';
import { Chip } from '../parts/Chip.js';
import { Hidden } from '../parts/Hidden.js';
import { IconButton } from '../parts/IconButton.js';
import { Plate } from '../parts/Plate.js';
import { StatusWord } from '../parts/StatusWord.js';
import { Tag } from '../parts/Tag.js';

const isSelected = ({ selected }: BoardState, key: string) => selected.has(key);
const inHand = ({ lifted, carried }: BoardState, key: string) =>
  placesIn(lifted).has(key) ? (carried ? 'lifted' : 'origin') : undefined;
const menuIsOpen = ({ menu }: BoardState, key: string) => menu?.person === key;

/** Somebody who is not where they should be: a token with their status in a word and its age. */
export const Missing = memo(function Missing(props: PersonRowProps) {
  return <DeskPerson {...props} kind="missing" />;
});

/** Somebody who is where they should be: no colour, no label. */
export const Present = memo(function Present(props: PersonRowProps) {
  return <DeskPerson {...props} kind="present" />;
});

/** Somebody in the main room, or found by name: with what tells where they are. */
export const Listed = memo(function Listed(props: PersonRowProps) {
  return <DeskPerson {...props} kind="listed" />;
});

function DeskPerson({
  personKey,
  list,
  kind,
}: PersonRowProps & { readonly kind: 'missing' | 'present' | 'listed' }) {
  const messages = useMessages();
  const person = usePerson(personKey);
  const selected = useOnBoardOf(isSelected, personKey);
  const state = useOnBoardOf(inHand, personKey);
  const open = useOnBoardOf(menuIsOpen, personKey);
  if (!person) return null;
  const { planner, common, desk } = messages;
  const label = planner.moveTo(personLabel(person, messages));
  return (
    <Chip
      cell
      role="row"
      aria-selected={selected}
      data-person={personKey}
      personKey={personKey}
      name={person.name}
      guestName={common.guest(person.order)}
      twin={person.twin > 0 ? person.twin : undefined}
      lead={person.lead ? planner.lead : undefined}
      plain={kind !== 'missing'}
      away={kind === 'missing'}
      movable
      selected={selected && state === undefined}
      state={state}
      main={{ tabIndex: -1, 'aria-pressed': selected }}
      tail={
        <>
          {person.isSelf && <Tag>{common.you}</Tag>}
          {kind === 'listed' && person.late && <Tag kind="new">{desk.late}</Tag>}
          {kind === 'missing' && <Status person={person} />}
          {kind === 'listed' && person.roomKey !== null && <RoomPlate roomKey={person.roomKey} />}
        </>
      }
      menu={
        <IconButton
          icon="more"
          size="s"
          tabIndex={-1}
          label={label}
          aria-haspopup="menu"
          aria-expanded={open}
          {...{ [MENU_BUTTON]: list }}
        />
      }
    >
      {person.status === 'in-room' && person.evidence === 'inferred' && <Unsure />}
    </Chip>
  );
}

/** A hollow mark: the service did not say it, it follows from something else. */
function Unsure() {
  const { common } = useMessages();
  return (
    <span className="brk-unsure" title={common.notConfirmed}>
      <Hidden>({common.notConfirmed})</Hidden>
    </span>
  );
}

/** "No answer 1:05", "Reconnecting 0:48". */
function Status({ person }: { readonly person: PersonView }) {
  const { common, desk } = useMessages();
  const { status, since, until } = person;
  const counts = status === 'invited' || status === 'no-answer';
  const age = useElapsed(counts ? since : null);
  const left = useRemaining(status === 'away' ? until : null);
  const time = age ?? left;
  const word = common.statuses[status];
  return (
    <StatusWord state={status}>
      {time === null
        ? word
        : desk.timed(word, common.clock(age === null ? time : Math.floor(time / 1000) * 1000))}
    </StatusWord>
  );
}

const numberOf = (state: State, key: string) => roomView(state, key)?.number ?? null;

function RoomPlate({ roomKey }: { readonly roomKey: string }) {
  const { common } = useMessages();
  const number = useViewOf(numberOf, roomKey);
  return number === null ? null : <Plate room={number} size="s" label={common.roomName(number)} />;
}
