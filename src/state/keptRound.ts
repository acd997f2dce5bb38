/** A round that was open when this moderator's page was left, brought back where nobody else can tell. */
import { deskTold } from './driving.js';
import type { KeptRound } from './events.js';
import { patch } from './maps.js';
import { arrive } from './presence.js';
import { roomOf } from './rooms.js';
import { changeRound } from './round.js';
import type { PersonKey, RoomKey, State } from './types.js';

/**
 * The rooms, the time and who sits where. Nobody is asked anew by it, and where people are is not confirmed until they, or the
 * service, say so. Of rooms that kits of people told already, only the seats are news.
 */
export function roundRestored(state: State, kept: KeptRound, at: number): State {
  const { phase, number } = state.round;
  const isBlank = phase === 'draft' && number === 0;
  const isSame =
    (phase === 'open' || phase === 'closing') &&
    state.plan.seats.size === 0 &&
    kept.rooms.some(({ roomId }) => roomOf(state, roomId)?.listed === true);
  if (state.self.role !== 'moderator' || (!isBlank && !isSame)) return state;
  const { number: round, seats: _seats, leads: _leads, ...told } = kept;
  const open = isBlank
    ? deskTold(
        state,
        {
          type: 'told.desk',
          fromClientId: state.self.clientId ?? '',
          mine: true,
          round,
          phase: kept.closesInMs === null ? 'open' : 'closing',
          ...told,
          people: [],
        },
        at,
      )
    : state;
  const seats = new Map<PersonKey, RoomKey>();
  for (const [ghost, nth] of kept.seats) {
    const room = open.plan.rooms.find((planned) => planned.number === nth);
    if (room) seats.set(ghost, room.key);
  }
  const plan = patch(open.plan, { seats, leads: kept.leads, late: kept.late });
  return changeRound({ ...open, plan }, { plan });
}

/** Somebody is here of whom a kept round knows the room they were in. Kits say themselves where their people are. */
export function ghostIsHere(state: State, key: PersonKey, inside: number | null, at: number): State {
  const person = state.people.get(key);
  const room = inside === null ? undefined : state.plan.rooms.find((planned) => planned.number === inside);
  const isLive = state.round.phase === 'open' || state.round.phase === 'closing';
  if (!person || !room || !isLive || person.place.at !== 'main' || person.hasKit || key === state.self.key)
    return state;
  return (state.rooms.get(room.key)?.roomId ?? null) === null
    ? state
    : arrive(state, person, room.key, 'inferred', at);
}
