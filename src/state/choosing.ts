/**
 * People choose their rooms. The moderator's kit counts the seats, first come, first served; everybody else's kit shows what
 * it was told.
 */
import { LIMITS } from './deadlines.js';
import type { OwnEvent, ToldEvent } from './events.js';
import { alike, patch, sameItems } from './maps.js';
import { giveNotice } from './notices.js';
import { changePerson, personOf } from './people.js';
import { editPlan, pushDraft } from './plan.js';
import { changeSelf } from './self.js';
import type { Offer, OfferedRoom, PersonKey, Plan, RoomKey, Slot, State } from './types.js';
import { canBeSplit } from './roster.js';
import { plannedFor, roomCapacity } from './view/rooms.js';

/* the moderator's side */

/** Why somebody cannot have a seat, or cannot give theirs back. The order of asking is the order of the answers. */
export function whyNotPick(
  state: State,
  key: PersonKey,
  slot: Slot | null,
): 'over' | 'gone' | 'locked' | 'full' | null {
  const { offering, plan, people, round } = state;
  const person = people.get(key);
  if (offering === null || plan.split !== 'choose' || round.phase !== 'draft') return 'over';
  if (!person || !canBeSplit(person)) return 'over';
  const seat = plan.seats.get(key) ?? null;
  const wanted = slot === null ? null : (offering.get(slot) ?? null);
  if (slot !== null && !plan.rooms.some((room) => room.key === wanted)) return 'gone';
  if (wanted === seat) return null;
  // Whom a moderator keeps in a room, or in main, stays there.
  if (plan.locked.has(key) || plan.staying.has(key)) return 'locked';
  if (wanted !== null && plannedFor(state, wanted).length >= roomCapacity(state, wanted)) return 'full';
  return null;
}

/** Somebody's pick, where it can be granted. It is nobody's step of undo: it holds in every draft that people choose in. */
export function picked(state: State, { clientId, slot }: Extract<ToldEvent, { type: 'told.pick' }>): State {
  const person = personOf(state, clientId);
  if (!person || whyNotPick(state, person.key, slot) !== null) return state;
  const to = slot === null ? null : (state.offering?.get(slot) ?? null);
  const next = inEachDraft(state, (plan) => seated(plan, person.key, to, state.limits.maxRooms));
  return to === null ? next : changePerson(next, person.key, { late: false });
}

function seated(plan: Plan, person: PersonKey, to: RoomKey | null, maxRooms: number): Plan {
  if (to === null && !plan.seats.has(person)) return plan;
  const known = to !== null && plan.rooms.some((room) => room.key === to);
  return editPlan(plan, { kind: 'move', people: [person], to: known ? to : 'none' }, maxRooms);
}

/**
 * Changes the draft, and the ones that undo and redo would bring back: what a moderator takes back is their own step, never
 * somebody else's choice. Drafts from before people chose, and from after, are left as they were.
 */
function inEachDraft(state: State, change: (plan: Plan) => Plan): State {
  const changed = (plan: Plan) => (plan.split === 'choose' ? change(plan) : plan);
  const plan = changed(state.plan);
  if (plan === state.plan) return state;
  // A step that made no other difference than the choice is none any more.
  const past: Plan[] = [];
  for (const draft of state.past.map(changed).toReversed())
    if (!sameDraft(draft, past[0] ?? plan)) past.unshift(draft);
  const future: Plan[] = [];
  for (const draft of state.future.map(changed))
    if (!sameDraft(draft, future.at(-1) ?? plan)) future.push(draft);
  return { ...state, plan, past, future };
}

function sameDraft(a: Plan, b: Plan): boolean {
  const sameSeats =
    a.seats.size === b.seats.size && [...a.seats].every(([key, room]) => b.seats.get(key) === room);
  return sameSeats && alike({ ...a, seats: null }, { ...b, seats: null });
}

/**
 * Who left gave their seat back. Should they return to a room that is full by now, they have none: otherwise it would have
 * more people than seats by nobody's wish.
 */
export function settleReturned(before: State, after: State): State {
  if (after.offering === null || after.people === before.people) return after;
  let next = after;
  for (const { key } of [...after.people.values()].toReversed()) {
    const room = before.people.has(key) ? undefined : next.plan.seats.get(key);
    if (room === undefined || next.plan.locked.has(key)) continue;
    if (plannedFor(next, room).length > roomCapacity(next, room))
      next = inEachDraft(next, (plan) => seated(plan, key, null, next.limits.maxRooms));
  }
  return next;
}

/** Rooms get their slots; one that has a slot keeps it. An offer of one's own takes the place of another moderator's. */
export function offerMade(state: State, { slots }: Extract<OwnEvent, { type: 'offer.made' }>): State {
  const offering = new Map(state.offering);
  const named = new Set(offering.values());
  for (const [slot, room] of slots) if (!named.has(room)) offering.set(slot, room);
  const isSame = state.offering !== null && offering.size === state.offering.size;
  return changeSelf(isSame ? state : { ...state, offering }, { offer: null });
}

/* the person's side */

/** A moderator lets people choose, counts anew, or ends it. */
export function offerTold(
  state: State,
  { fromClientId, rooms }: Extract<ToldEvent, { type: 'told.offer' }>,
  at: number,
): State {
  const sender = personOf(state, fromClientId);
  if (sender?.role !== 'moderator') return state;
  const from = sender.key;
  if (rooms === null || rooms.length === 0) return endOffer(state, at);
  const next = chosenElsewhere(state, from, at);
  const known = next.self.offer?.from === from ? next.self.offer : null;
  const offer: Offer = known ?? {
    from,
    rooms: [],
    mine: null,
    moved: false,
    asked: null,
    refused: null,
    // A moderator has a plan of their own in front of them.
    aside: next.self.role === 'moderator',
    at,
  };
  const listed = rooms.find(({ clientIds }) => clientIds.includes(next.self.clientId ?? ''))?.slot;
  const mine = offer.asked === null ? (listed ?? offer.mine) : offer.mine;
  const told = sameOffered(offer.rooms, rooms) ? offer.rooms : rooms;
  return changeSelf(next, { offer: patch(offer, { rooms: told, mine }) });
}

/** Whether two lists of rooms offer the same. */
export const sameOffered = (a: readonly OfferedRoom[], b: readonly OfferedRoom[]): boolean =>
  a.length === b.length &&
  a.every((room, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      sameItems(room.clientIds, other.clientIds) &&
      alike({ ...room, clientIds: null }, { ...other, clientIds: null })
    );
  });

/** Another moderator's offer outranks one's own, which ends: the seats people chose stay, and this moderator is told why. */
function chosenElsewhere(state: State, from: PersonKey, at: number): State {
  if (state.plan.split !== 'choose') return state;
  return giveNotice(
    pushDraft(state, { ...state.plan, split: 'hand' }),
    { subject: 'plan', text: 'choice-elsewhere', people: [from] },
    at,
  );
}

/** There is nothing to choose any more. Somebody who was waiting for an answer is told. */
export function endOffer(state: State, at: number): State {
  const { offer } = state.self;
  if (!offer) return state;
  const ended = changeSelf(state, { offer: null });
  return offer.asked ? giveNotice(ended, { subject: 'ended', text: 'choice-over' }, at) : ended;
}

/** An offer stands and falls with its moderator. A kit with a new connection of its own asks again. */
export function settleOffer(state: State, before: State, at: number): State {
  const { offer, clientId } = state.self;
  if (!offer) return state;
  const from = state.people.get(offer.from);
  const isHere = from !== undefined && from.clientId !== null && from.role === 'moderator';
  return isHere && clientId === before.self.clientId ? state : endOffer(state, at);
}

/** This person asks for a seat. */
export function pickSent(state: State, slot: Slot | null, at: number): State {
  const { offer } = state.self;
  if (!offer) return state;
  return changeSelf(state, { offer: { ...offer, asked: { slot, until: at + LIMITS.wire }, refused: null } });
}

/** The moderator's kit has answered, or moved this person. */
export function confirmed(
  state: State,
  { slot, answer }: Extract<ToldEvent, { type: 'told.confirm' }>,
  at: number,
): State {
  const { offer } = state.self;
  if (!offer) return state;
  const isAnswer = offer.asked !== null && offer.asked.slot === slot;
  switch (answer) {
    case 'over':
      return endOffer(state, at);
    case 'moved':
      return changeOffer(state, offer, { mine: slot, moved: true, refused: null });
    case 'seated':
      return changeOffer(state, offer, {
        mine: slot,
        moved: false,
        refused: offer.asked === null || isAnswer ? null : offer.refused,
        asked: isAnswer ? null : offer.asked,
      });
    case 'full':
    case 'gone':
    case 'locked': {
      // What is said of an earlier pick is of no use to somebody who has picked another room since.
      if (offer.asked !== null && !isAnswer) return state;
      const refused = { slot, why: answer };
      return changeOffer(state, offer, {
        asked: null,
        refused: offer.refused && alike(offer.refused, refused) ? offer.refused : refused,
      });
    }
    default:
      return answer satisfies never;
  }
}

const changeOffer = (state: State, offer: Offer, fields: Partial<Offer>): State =>
  changeSelf(state, { offer: patch(offer, fields) });

/** The chooser is a chip, or a card again. */
export const putOffer = (state: State, aside: boolean): State =>
  state.self.offer ? changeOffer(state, state.self.offer, { aside }) : state;

/** Nobody has answered in time. A seat that was confirmed stays. */
export function giveUpPick(state: State, at: number): State {
  const { offer } = state.self;
  if (!offer?.asked || offer.asked.until > at) return state;
  return changeOffer(state, offer, { asked: null, refused: { slot: offer.asked.slot, why: 'no-answer' } });
}
