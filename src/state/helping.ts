/** Calls for help: who asks for a moderator, who is on the way, and when it is done. */
import { patch, withEntry, withoutEntry } from './maps.js';
import { personOf } from './people.js';
import { roomOf } from './rooms.js';
import { changeSelf } from './self.js';
import type { ClientId, HelpCall, PersonKey, RoomId, RoomKey, State } from './types.js';

/** A claim as the wire has it. */
export type Claim = 'claimed' | 'released' | 'done';

/** This person asks for a moderator. Asked twice it is one call. */
export const helpAsked = (state: State, at: number): State =>
  state.self.at !== 'in-room' || state.self.help
    ? state
    : changeSelf(state, { help: { since: at, claimedBy: null } });

/** They need none any more. */
export const helpCancelled = (state: State): State => changeSelf(state, { help: null });

/** Somebody asks for help, or not any more. Moderators keep the queue, the longest wait first. */
export function helpTold(
  state: State,
  told: { readonly clientId: ClientId; readonly on: boolean; readonly roomId: RoomId | null },
  at: number,
): State {
  const person = personOf(state, told.clientId);
  if (!person || person.key === state.self.key || state.self.role !== 'moderator') return state;
  if (!told.on) return dropHelp(state, person.key);
  const said = roomOf(state, told.roomId)?.key;
  const known = person.place.at === 'in-room' ? person.place.roomKey : null;
  const earlier = state.help.get(person.key);
  const call: HelpCall = earlier
    ? patch(earlier, { roomKey: said ?? earlier.roomKey })
    : { person: person.key, roomKey: said ?? known, since: at, claimedBy: null };
  // Who asks beside a moderator has been heard already.
  if (call.roomKey !== null && visitedRooms(state).has(call.roomKey)) return dropHelp(state, person.key);
  const help = withEntry(state.help, person.key, call);
  return help === state.help ? state : { ...state, help };
}

/** Rooms in which a moderator is. */
function visitedRooms(state: State): ReadonlySet<RoomKey> {
  const visited = new Set<RoomKey>();
  for (const { role, place } of state.people.values())
    if (role === 'moderator' && place.at === 'in-room') visited.add(place.roomKey);
  return visited;
}

/** A moderator goes to somebody, turns back, or has been there. Of two who go, every kit names the same one. */
export function helpClaimed(state: State, person: PersonKey, by: PersonKey, claim: Claim): State {
  if (person === state.self.key) return ownHelpClaimed(state, by, claim);
  const call = state.help.get(person);
  if (!call) return state;
  if (claim === 'done') return dropHelp(state, person);
  const claimedBy = whoGoes(call.claimedBy, by, claim, state);
  return claimedBy === call.claimedBy
    ? state
    : { ...state, help: withEntry(state.help, person, { ...call, claimedBy }) };
}

function ownHelpClaimed(state: State, by: PersonKey, claim: Claim): State {
  const { help } = state.self;
  if (!help) return state;
  if (claim === 'done') return changeSelf(state, { help: null });
  return changeSelf(state, { help: patch(help, { claimedBy: whoGoes(help.claimedBy, by, claim, state) }) });
}

function whoGoes(now: PersonKey | null, by: PersonKey, claim: Claim, state: State): PersonKey | null {
  if (claim === 'released') return now === by ? null : now;
  if (now === null || now === by || !state.people.has(now)) return by;
  return clientOf(state, by) > clientOf(state, now) ? by : now;
}

/** Keys are each kit's own; connections are the same for all. */
const clientOf = (state: State, key: PersonKey): ClientId => state.people.get(key)?.clientId ?? '';

function dropHelp(state: State, person: PersonKey): State {
  const help = withoutEntry(state.help, person);
  return help === state.help ? state : { ...state, help };
}

/** Calls end when their people are back in main or gone, and when a moderator stands in the room. A claim ends with its moderator. */
export function settleHelp(state: State): State {
  if (state.help.size === 0) return state;
  const visited = visitedRooms(state);
  let next = state;
  for (const call of state.help.values()) {
    const person = state.people.get(call.person);
    const isOver =
      !person || person.place.at === 'main' || (call.roomKey !== null && visited.has(call.roomKey));
    if (isOver) next = dropHelp(next, call.person);
    else if (call.claimedBy !== null && state.people.get(call.claimedBy)?.role !== 'moderator')
      next = { ...next, help: withEntry(next.help, call.person, { ...call, claimedBy: null }) };
  }
  return next;
}
