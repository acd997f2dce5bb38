/** People choose their rooms: this moderator's kit offers and counts, this person's kit asks. */
import type { Happening } from '../state/events.js';
import { whyNotPick } from '../state/choosing.js';
import { LIMITS } from '../state/deadlines.js';
import type { ClientId, OfferedRoom, PersonKey, Slot, State } from '../state/types.js';
import { isOffering, offeredRooms } from '../state/view/choosing.js';
import type { Core } from './core.js';
import type { Kits } from './kits.js';
import type { Actions } from './types.js';

/** What people do, and what the offering kit does by itself. */
export interface Choosing extends Pick<
  Actions,
  'pickRoom' | 'givePickBack' | 'putOfferAside' | 'takeUpOffer'
> {
  /** After each event: begins, goes on with or ends the offer, as the draft says. */
  readonly react: (event: Happening, before: State) => void;
  /** This kit listens again. */
  readonly wake: () => void;
  /** Ends an offer before this kit stops listening: nobody would answer. */
  readonly rest: () => void;
}

/** Makes it. */
export function createChoosing({ state, dispatch, clock, random }: Core, kits: Kits): Choosing {
  let awake = true;
  let open = false;
  /** What everybody was told last, and which seat each person was. */
  let sent: readonly OfferedRoom[] | null = null;
  let seats = new Map<PersonKey, Slot | null>();
  /** Who said hello since: they know nothing yet. */
  let late = new Set<PersonKey>();
  let sentAt = -Infinity;
  let cancel: (() => void) | null = null;

  const seatOf = (key: PersonKey): Slot | null => {
    const { plan, offering } = state();
    const room = plan.seats.get(key);
    if (room !== undefined) for (const [slot, named] of offering ?? []) if (named === room) return slot;
    return null;
  };

  /** Each person hears of their own seat, in one message for all who sit in the same room now. */
  const tellSeats = (people: Iterable<PersonKey>, answer: 'seated' | 'moved') => {
    const going = new Map<Slot | null, ClientId[]>();
    for (const key of people) {
      const person = state().people.get(key);
      const slot = seatOf(key);
      if (!person?.hasKit || person.clientId === null || key === state().self.key) continue;
      if ((seats.get(key) ?? null) === slot) continue;
      seats.set(key, slot);
      going.set(slot, [...(going.get(slot) ?? []), person.clientId]);
    }
    for (const [slot, to] of going) kits.confirm(to, slot, answer);
  };

  const flush = () => {
    cancel = null;
    if (!open || !isOffering(state())) return;
    sentAt = clock.now();
    const rooms = offeredRooms(state());
    const isFirst = sent === null;
    if (sent !== rooms) kits.offer(rooms);
    else if (late.size > 0) kits.offer(rooms, clientsOf(state(), late));
    sent = rooms;
    const newcomers = isFirst ? state().plan.seats.keys() : late;
    late = new Set();
    tellSeats(newcomers, 'seated');
    tellSeats(new Set([...state().plan.seats.keys(), ...seats.keys()]), 'moved');
  };
  const soon = () => {
    cancel ??= clock.after(Math.max(0, sentAt + LIMITS.offers - clock.now()), flush);
  };

  /** Nobody knows anything: the offer is told whole, with everybody's seat. */
  const forget = () => {
    sent = null;
    seats = new Map();
    late = new Set();
  };
  const begin = () => {
    open = true;
    forget();
    // Who only passes by this choice with the arrow keys asks nobody.
    sentAt = clock.now();
    kits.lead();
    soon();
  };
  const end = () => {
    if (!open) return;
    open = false;
    cancel?.();
    cancel = null;
    // Outranked, this kit's word would end what another moderator offers.
    if (kits.isLeading()) kits.offer(null);
    dispatch({ type: 'offer.ended' });
  };

  /** A slot for each room that has none: names without meaning, so that nothing of the draft's own travels. */
  const nameRooms = () => {
    const { plan, offering } = state();
    const named = new Set(offering?.values());
    const missing = plan.rooms.filter(({ key }) => !named.has(key));
    if (offering !== null && missing.length === 0) return;
    dispatch({ type: 'offer.made', slots: new Map(missing.map(({ key }) => [random.id('slot'), key])) });
  };

  const answer = (clientId: ClientId, slot: Slot | null, before: State) => {
    const key = before.clients.get(clientId);
    if (key === undefined || !kits.isLeading()) return;
    const why = whyNotPick(before, key, slot);
    if (why === null) seats.set(key, slot);
    kits.confirm([clientId], slot, why ?? 'seated');
  };

  return {
    react(event, before) {
      const now = state();
      if (event.type === 'told.pick') answer(event.clientId, event.slot, before);
      // What a body says comes as an event of its own, and may be that another moderator leads now.
      if (event.type === 'message.received' || event.type === 'driver.known') return;
      if (!awake || !isOffering(now)) {
        end();
        return;
      }
      if (!open) begin();
      else if (!kits.isLeading() || before.self.clientId !== now.self.clientId) {
        // Orders go by the connection they come from: under a new one this kit takes the lead anew.
        forget();
        kits.lead();
        soon();
      }
      nameRooms();
      if (event.type === 'told.hello') {
        const key = now.clients.get(event.clientId);
        if (key !== undefined) {
          seats.delete(key);
          late.add(key);
          soon();
        }
      }
      // Whether it makes a difference is worked out when it is told, not at each event of a burst.
      const { people, plan, limits, offering } = before;
      if (now.people !== people || now.plan !== plan || now.limits !== limits || now.offering !== offering)
        soon();
    },
    wake: () => void (awake = true),
    rest() {
      awake = false;
      end();
    },
    pickRoom({ slot }) {
      const { offer } = state().self;
      if (!offer || offer.asked?.slot === slot || (offer.mine === slot && offer.asked === null)) return;
      ask(slot);
    },
    givePickBack() {
      const { offer } = state().self;
      if (!offer || offer.asked?.slot === null || (offer.mine === null && offer.asked === null)) return;
      ask(null);
    },
    putOfferAside: () => dispatch({ type: 'offer.put-aside' }),
    takeUpOffer: () => dispatch({ type: 'offer.taken-up' }),
  };

  function ask(slot: Slot | null): void {
    dispatch({ type: 'pick.sent', slot });
    kits.pick(slot);
  }
}

const clientsOf = (state: State, people: Iterable<PersonKey>): readonly ClientId[] =>
  [...people].flatMap((key) => state.people.get(key)?.clientId ?? []);
