/** The round's time: one deadline for everybody, after which each kit closes its own round. */
import { withEntry } from './maps.js';
import { personOf } from './people.js';
import { changeRound, roundClosing, roundKept } from './round.js';
import { changeSelf } from './self.js';
import type { ClientId, PersonKey, State } from './types.js';

const NOBODY: ReadonlyMap<PersonKey, number> = new Map();

const isLive = ({ round: { phase } }: State): boolean => phase === 'open' || phase === 'closing';

/** How long the grace of this round is: the moderator's word, else this kit's own. */
export const graceOf = ({ round, times }: State): number => round.grace ?? times.grace;

/** The time of the round ends then, or (`null`) never. Whoever asked for more time has got it, and a closing by the timer is taken back. */
export function timeSet(state: State, endsAt: number | null, at: number): State {
  if (!isLive(state)) return state;
  const hasTime = endsAt === null || endsAt > at;
  const open = hasTime && isClosingByTimer(state) ? roundKept(state) : state;
  const isMore = endsAt === null || endsAt > (state.round.endsAt ?? 0);
  const asked = isMore && state.timeAsks.size > 0 ? { ...open, timeAsks: NOBODY } : open;
  return changeRound(isMore ? changeSelf(asked, { askedTimeAt: null }) : asked, { endsAt });
}

/** A moderator who ends the rooms is not overruled by more time: the grace then ends before the timer's does. */
export const isClosingByTimer = ({ round }: State): boolean =>
  round.phase === 'closing' &&
  round.endsAt !== null &&
  round.closesAt !== null &&
  round.closesAt > round.endsAt;

/** What the moderator's kit says of the time. A word that took a while is not more time: what is nearly the same is the same. */
export function timeTold(
  state: State,
  { endsInMs, graceMs }: { readonly endsInMs: number | null; readonly graceMs: number },
  at: number,
): State {
  if (!isLive(state)) return state;
  const { endsAt } = state.round;
  const told = endsInMs === null ? null : at + endsInMs;
  const isSame = told === endsAt || (told !== null && endsAt !== null && Math.abs(told - endsAt) < SAME_MS);
  if (isSame && !isClosingByTimer(state)) return changeRound(state, { grace: graceMs });
  return changeRound(timeSet(state, isSame ? endsAt : told, at), { grace: graceMs });
}

/** A message's way is shorter, and a moderator's change of mind is longer. */
const SAME_MS = 2000;

/** The time is up: the grace begins, in every kit by itself. */
export function timeUp(state: State, at: number): State {
  const { phase, endsAt } = state.round;
  return phase === 'open' && endsAt !== null && endsAt <= at
    ? roundClosing(state, endsAt + graceOf(state))
    : state;
}

/** This person asks for more time. */
export const timeAsked = (state: State, at: number): State =>
  isLive(state) ? changeSelf(state, { askedTimeAt: at }) : state;

/** Somebody asks for more time. Asked twice it is one wish. */
export function timeAskTold(state: State, clientId: ClientId, at: number): State {
  const person = personOf(state, clientId);
  if (!person || !isLive(state) || state.self.role !== 'moderator') return state;
  if (state.timeAsks.has(person.key)) return state;
  return { ...state, timeAsks: withEntry(state.timeAsks, person.key, at) };
}

/** The meeting itself ends: what the service says about it, apart from the round's own time. */
export function meetingEnding(state: State, inMs: number, at: number): State {
  const before = state.meetingEndsAt;
  const endsAt = at + inMs;
  return before !== null && Math.abs(endsAt - before) < SAME_MS ? state : { ...state, meetingEndsAt: endsAt };
}
