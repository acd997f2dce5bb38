'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { Messages } from '../../messages.js';
import type { State } from '../../state/types.js';
import { personView } from '../../state/view/personView.js';
import { inviteView } from '../../state/view/self.js';
import type { InviteView, SeatState } from '../../state/views.js';
import { AvatarStack } from '../parts/AvatarStack.js';
import { Stripe } from '../parts/Stripe.js';
import { nameInSentence } from '../person/roomWords.js';

/** Who is in the room already, and its seats. Nothing where nothing is known. */
export function WhoIsThere({ invite }: { readonly invite: InviteView }) {
  const { person } = useMessages();
  const words = useMessages();
  const names = useView(namesThere);
  const twins = useView(twinsThere);
  const { there, thereCount, capacity } = invite;
  const taken = thereCount > (capacity ?? Infinity) ? (capacity ?? 0) : thereCount;
  return (
    <>
      {thereCount > 0 && (
        <p className="brk-dialog-there">
          <AvatarStack
            people={there.map((personKey, at) => ({ personKey, name: names[at] ?? '' }))}
            max={there.length}
          />
          {/* Names where there is room for them, a number on a phone. */}
          {there.length === thereCount && (
            <span className="brk-hide-phone">
              {person.areThere(inWords(words, names, twins), thereCount)}
            </span>
          )}
          <span className={there.length === thereCount ? 'brk-only-phone' : undefined}>
            {person.countThere(thereCount)}
          </span>
        </p>
      )}
      {capacity !== null && (
        <Stripe
          className="brk-hide-phone"
          seats={Array.from({ length: capacity }, (_, seat): SeatState => (seat < taken ? 'taken' : 'free'))}
          label={person.seatsTaken(thereCount, capacity)}
        />
      )}
    </>
  );
}

/** Short names; whole ones with their numbers where two people would be called the same. */
function inWords({ common, person }: Messages, names: readonly string[], twins: readonly number[]): string {
  const short = names.map((name) => person.shortName(name));
  const shown = new Set(short).size === short.length ? short : names;
  return common.names(
    shown.map((name, at) => {
      const twin = twins[at] ?? 0;
      return nameInSentence(twin === 0 || shown === short ? name : person.twin(name, twin));
    }),
  );
}

const namesThere = (state: State): readonly string[] =>
  (inviteView(state)?.there ?? []).map((key) => personView(state, key)?.name ?? '');
const twinsThere = (state: State): readonly number[] =>
  (inviteView(state)?.there ?? []).map((key) => personView(state, key)?.twin ?? 0);
