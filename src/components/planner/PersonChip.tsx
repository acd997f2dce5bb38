'use client';

import { memo } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { usePerson } from '../../hooks/usePerson.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { roomView } from '../../state/view/rooms.js';
import type { State } from '../../state/types.js';
import type { BoardState } from '../moving/board.js';
import { personLabel, roomLabel } from '../moving/labels.js';
import type { PersonRowProps } from '../moving/PeopleGrid.js';
import { placesIn } from '../moving/peopleLists.js';
import { useOnBoardOf } from '../moving/useBoard.js';
import { MENU_BUTTON } from '../moving/usePeoplePresses.js';
import { Chip } from '../parts/Chip.js';
import { IconButton } from '../parts/IconButton.js';
import { Plate } from '../parts/Plate.js';
import { Tag } from '../parts/Tag.js';
import { ConflictMark } from './ConflictMark.js';

/** What the board says of a person, in one value: a row asks it once for each change, and not three times. */
type Mark = `${'selected' | ''} ${'lifted' | 'origin' | ''} ${'open' | ''}`;
const marksOf = ({ selected, lifted, carried, menu }: BoardState, key: string): Mark =>
  `${selected.has(key) ? 'selected' : ''} ${placesIn(lifted).has(key) ? (carried ? 'lifted' : 'origin') : ''} ${menu?.person === key ? 'open' : ''}`;

/** A person of the draft, as a token in a well. */
export const PersonToken = memo(function PersonToken(props: PersonRowProps) {
  return <PersonChip {...props} plain={false} />;
});

/** A person of the rail who is where they should be: without a surface, with the plate of their room. */
export const PersonLine = memo(function PersonLine(props: PersonRowProps) {
  return <PersonChip {...props} plain />;
});

/** Draws itself from its own person, so that one changed person draws one row again. */
function PersonChip({ personKey, list, plain }: PersonRowProps & { readonly plain: boolean }) {
  const messages = useMessages();
  const person = usePerson(personKey);
  const marks = new Set(useOnBoardOf(marksOf, personKey).split(' '));
  const selected = marks.has('selected');
  const state = marks.has('lifted') ? 'lifted' : marks.has('origin') ? 'origin' : undefined;
  const open = marks.has('open');
  if (!person) return null;
  const { planner, common } = messages;
  const label = personLabel(person, messages);
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
      lead={person.lead && !plain ? planner.lead : undefined}
      locked={person.locked && !plain ? planner.locked : undefined}
      plain={plain}
      movable
      selected={selected && state === undefined}
      state={state}
      main={{ tabIndex: -1, 'aria-pressed': selected }}
      tail={
        <>
          {person.isSelf && <Tag>{common.you}</Tag>}
          {person.late && !plain && <JustJoined />}
          {plain && person.status === 'planned' && person.roomKey !== null && (
            <RoomTag roomKey={person.roomKey} />
          )}
        </>
      }
      menu={
        <IconButton
          icon="more"
          size="s"
          tabIndex={-1}
          label={planner.moveTo(label)}
          aria-haspopup="menu"
          aria-expanded={open}
          {...{ [MENU_BUTTON]: list }}
        />
      }
    >
      <ConflictMark personKey={personKey} />
    </Chip>
  );
}

function JustJoined() {
  const { planner } = useMessages();
  return (
    <Tag kind="new">
      <span className="brk-hide-narrow">{planner.justJoined}</span>
      <span className="brk-only-narrow">{planner.justJoinedShort}</span>
    </Tag>
  );
}

const numberOf = (state: State, key: string) => roomView(state, key)?.number ?? null;

function RoomTag({ roomKey }: { readonly roomKey: string }) {
  const messages = useMessages();
  const number = useViewOf(numberOf, roomKey);
  const name = useView((state) => roomView(state, roomKey)?.name ?? null);
  if (number === null) return null;
  return <Plate room={number} size="s" label={roomLabel({ number, name }, messages)} />;
}
