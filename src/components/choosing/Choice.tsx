'use client';

import { useId } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useAnnounce, useView } from '../../hooks/useView.js';
import { useRoomChoice } from '../../hooks/useRoomChoice.js';
import type { PersonKey, State } from '../../state/types.js';
import { personView } from '../../state/view/personView.js';
import type { ChoiceView } from '../../state/views.js';
import { AvatarStack } from '../parts/AvatarStack.js';
import { Button } from '../parts/Button.js';
import { PersonName } from '../parts/PersonName.js';
import { Plate, roomHue } from '../parts/Plate.js';
import { nameInSentence, useRoomWords } from '../person/roomWords.js';

/** Faces in one row. */
const FACES = 3;

/**
 * One room to choose. Its button stays the same element whatever becomes of it, so that the focus stays where it was: what
 * cannot be done now it says, and does not go dead.
 */
export function Choice({ room }: { readonly room: ChoiceView }) {
  const { common, person } = useMessages();
  const { pick } = useRoomChoice();
  const say = useAnnounce();
  const words = useRoomWords(room);
  const seats = useId();
  const names = useNames(room.people);
  const { state, taken, capacity } = room;
  const others = taken - room.people.length - (state === 'chosen' ? 1 : 0);
  const label = { free: person.chooseNamed, full: person.fullNamed, chosen: person.chosenNamed }[state];
  const press = () => {
    if (state === 'free') pick({ slot: room.slot });
    else if (state === 'full') say(person.choiceFull(words.inSentence));
  };
  return (
    <li
      className="brk-choice"
      data-room={roomHue(room.number)}
      data-state={state === 'free' ? undefined : state === 'chosen' ? 'here' : state}
    >
      <Plate room={room.number} size="l" />
      <span className="brk-choice-text" id={seats}>
        <strong>
          <PersonName name={words.title} />
        </strong>{' '}
        <small>
          {state === 'chosen' ? person.yourChoice(taken, capacity) : person.seatsTaken(taken, capacity)}
          {names.length > 0 && (
            <span className="brk-hidden">
              {'. '}
              {person.haveSeats(common.names(others > 0 ? [...names, common.people(others)] : names))}
            </span>
          )}
        </small>
      </span>
      {room.people.length > 0 && (
        <AvatarStack
          className="brk-hide-phone"
          on="well"
          max={FACES}
          people={room.people.slice(0, FACES).map((personKey, at) => ({ personKey, name: names[at] ?? '' }))}
        />
      )}
      <Button
        size="s"
        data-choice={state}
        {...(state === 'free' ? {} : { kind: 'quiet' as const, 'aria-disabled': true })}
        {...(state === 'chosen' ? { icon: 'inroom' as const } : {})}
        aria-label={label(words.inSentence)}
        aria-describedby={seats}
        aria-busy={room.asking}
        onClick={press}
      >
        {{ free: person.choose, full: person.roomFull, chosen: person.chosen }[state]}
      </Button>
    </li>
  );
}

/** Names of people as a sentence takes them; twins with their numbers. */
function useNames(people: readonly PersonKey[]): readonly string[] {
  const { common, person } = useMessages();
  return useView((state: State) =>
    people.flatMap((key) => {
      const view = personView(state, key);
      if (!view) return [];
      const name = nameInSentence(view.name === '' ? common.guest(view.order) : view.name);
      return [view.twin === 0 ? name : person.twin(name, view.twin)];
    }),
  );
}
