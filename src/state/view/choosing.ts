/** Views of the choice of rooms: what people are offered, what this person sees of it, and who has not chosen. */
import { displayName } from '../displayName.js';
import { sameOffered } from '../choosing.js';
import { memo, steady } from '../memo.js';
import { personOf } from '../people.js';
import type { OfferedRoom, PersonKey, RoomKey, Slot, State } from '../types.js';
import type { ChoiceView, OfferView } from '../views.js';
import { pool } from './plan.js';
import { plannedFor, roomCapacity, shownRoomName } from './rooms.js';

/** More people than this in a room are a number: an offer goes to everybody at each change. */
const FACES = 6;
/** The numbers that rooms can have between kits. */
const ROOMS = 10;

/** Whether this moderator's kit lets people choose now. */
export const isOffering = ({ self, plan, round, capabilities, mode }: State): boolean =>
  self.role === 'moderator' &&
  plan.split === 'choose' &&
  plan.rooms.length > 0 &&
  round.phase === 'draft' &&
  capabilities.wire &&
  mode !== 'lecture';

/** The rooms as they are offered: seats taken are those of people who are here. */
export const offeredRooms: (state: State) => readonly OfferedRoom[] = steady(
  memo((state: State) => [state.people, state.plan, state.limits, state.offering ?? NOT_OFFERING], offered),
  sameOffered,
);

const NOT_OFFERING: ReadonlyMap<Slot, RoomKey> = new Map();

function offered(state: State): readonly OfferedRoom[] {
  const slots = new Map([...(state.offering ?? NOT_OFFERING)].map(([slot, room]) => [room, slot]));
  return state.plan.rooms.slice(0, ROOMS).flatMap(({ key, number, name }) => {
    const slot = slots.get(key);
    if (slot === undefined) return [];
    const there = plannedFor(state, key);
    const clientIds = there.slice(0, FACES).flatMap((person) => state.people.get(person)?.clientId ?? []);
    return [{ slot, number, name, capacity: roomCapacity(state, key), taken: there.length, clientIds }];
  });
}

/** Who is still to choose, and who cannot be asked because no kit of theirs has made itself known. */
export interface NotChosen {
  readonly waiting: readonly PersonKey[];
  readonly beyond: readonly PersonKey[];
}

/** Everybody without a room while people choose. */
export const notChosen: (state: State) => NotChosen = memo(
  (state: State) => [state.people, state.plan, state.capabilities],
  (state: State) => {
    const { unassigned } = pool(state);
    const canBeAsked = (key: PersonKey) => state.capabilities.wire && state.people.get(key)?.hasKit === true;
    return {
      waiting: unassigned.filter(canBeAsked),
      beyond: unassigned.filter((key) => !canBeAsked(key)),
    };
  },
);

/** The rooms that this person may choose from; `null` outside the main room, and for who is in no plan. */
export const offerView: (state: State) => OfferView | null = memo(
  (state: State) => [state.self, state.people, state.clients],
  (state: State) => {
    const { offer, at, role } = state.self;
    if (!offer || at !== 'main' || role === 'audience' || role === 'viewer') return null;
    const { asked, refused } = offer;
    const about = offer.rooms.find(({ slot }) => slot === refused?.slot);
    const from = state.people.get(offer.from);
    return {
      rooms: offer.rooms.map((room): ChoiceView => {
        const { slot, number, name, capacity, taken, clientIds } = room;
        return {
          slot,
          number,
          name: shownRoomName(name),
          capacity,
          taken,
          state: slot === offer.mine ? 'chosen' : taken >= capacity ? 'full' : 'free',
          asking: asked?.slot === slot,
          people: clientIds.flatMap((clientId) => {
            const key = personOf(state, clientId)?.key;
            return key === undefined || key === state.self.key ? [] : [key];
          }),
        };
      }),
      chosen: offer.rooms.some(({ slot }) => slot === offer.mine) ? offer.mine : null,
      moved: offer.moved,
      asking: asked !== null,
      refused: refused && {
        ...refused,
        number: about?.number ?? null,
        name: shownRoomName(about?.name ?? null),
      },
      aside: offer.aside,
      from: from ? displayName(from.name, '') || null : null,
      at: offer.at,
    };
  },
);
