/** What becomes of the state when something happens. Pure; the second copy of a fact gives the same object back. */
import type { Happening, KitEvent } from './events.js';
import { closeCall, openCall, overdueCall } from './calls.js';
import {
  confirmed,
  endOffer,
  giveUpPick,
  offerMade,
  offerTold,
  picked,
  pickSent,
  putOffer,
  settleOffer,
  settleReturned,
} from './choosing.js';
import { announceTold, announced, announcementDismissed, announcementSeen } from './announcing.js';
import { deskTold, driverKnown, knownTold } from './driving.js';
import { ghostIsHere, roundRestored } from './keptRound.js';
import { helpAsked, helpCancelled, helpClaimed, helpTold, settleHelp } from './helping.js';
import { meetingEnding, timeAsked, timeAskTold, timeSet, timeTold, timeUp } from './timing.js';
import { patch } from './maps.js';
import { meetExpected } from './expected.js';
import { clearNotices, giveNotice } from './notices.js';
import { claimGhost } from './ghosts.js';
import {
  changePerson,
  changeRole,
  forgetAway,
  loseClient,
  personOf,
  readRoster,
  seePerson,
  settleBack,
} from './people.js';
import { editDraft, redoDraft, restoreDraft, undoDraft } from './plan.js';
import {
  declined,
  emptyRoom,
  giveUpWaiting,
  inviteFailed,
  inviteSent,
  inviteTakenBack,
  occupantJoined,
  occupantLeft,
  toldHere,
} from './presence.js';
import { clearRecord, keepLines } from './record.js';
import { changeRoom, endRoom, openRoom, roomOf } from './rooms.js';
import {
  changeRound,
  roomsOutranked,
  roomsTold,
  roundClosed,
  roundClosing,
  roundFailed,
  roundKept,
  roundOpening,
  roundRecalled,
  roundReset,
  settleInvite,
} from './round.js';
import {
  attempted,
  calledBack,
  changeSelf,
  changeSound,
  connectionChanged,
  cutOff,
  endInvite,
  heardInside,
  inviteDeclined,
  inviteReceived,
  moveOrdered,
  returned,
  roomConnectionChanged,
  settleLeft,
  stayResumed,
  waitWithMove,
  withdrawn,
} from './self.js';
import type { State } from './types.js';

/** The next state. */
export const reduce = (state: State, event: Happening): State => reduceAt(state, event, event.at);

/** The same for an event that does not say when it happened. */
export function reduceAt(state: State, event: KitEvent, at: number): State {
  const next = step(state, event, at);
  return next.help.size > 0 && next.people !== state.people ? settleHelp(next) : next;
}

function step(state: State, event: KitEvent, at: number): State {
  switch (event.type) {
    /* the main room */
    case 'connection.changed':
      return connectionChanged(state, event.connection, at);
    case 'roster.read': {
      const read = readRoster(state, event.people, event.self, at);
      if (event.self === null) return settleOffer(settleReturned(state, read), state, at);
      const { clientId, role } = event.self;
      const key = personOf(read, clientId)?.key ?? read.self.key;
      const known = changeSelf(read, { key, clientId, role: role === 'unknown' ? read.self.role : role });
      return settleOffer(settleReturned(state, known), state, at);
    }
    case 'person.joined':
      return settleOffer(settleReturned(state, seePerson(state, event.person, at, true)), state, at);
    case 'person.left':
      return settleOffer(loseClient(state, event.clientId, at), state, at);
    case 'role.changed': {
      const person = personOf(state, event.clientId);
      const next = person ? changeRole(state, person, event.role) : state;
      const own = event.clientId === state.self.clientId ? changeSelf(next, { role: event.role }) : next;
      return settleOffer(own, state, at);
    }
    case 'mode.changed':
      return patch(state, { mode: event.mode });
    case 'limits.known':
      return patch(state, { limits: patch(state.limits, event.limits) });
    case 'meeting.ending':
      return meetingEnding(state, event.inMs, at);
    case 'capabilities.known':
      return patch(state, { capabilities: patch(state.capabilities, event.capabilities) });

    /* breakout rooms, as the service tells them */
    case 'invite.received':
      return inviteReceived(state, event, at);
    case 'occupant.joined':
      return occupantJoined(state, event.clientId, event.roomId, at);
    case 'occupant.left':
      return occupantLeft(state, event.clientId, event.roomId, at);
    case 'invite.rejected':
      return declined(state, event.clientId, event.roomId, at);
    case 'room.destroyed':
      return roomDestroyed(state, event.roomId, at);
    case 'members.changed':
    case 'talkers.changed':
      return heardInside(state, event);
    case 'mic.changed':
      return changeSound(state, { micOn: event.on, micHeld: event.held });
    case 'pull.started':
      return changeSelf(state, { movedBy: personOf(state, event.fromClientId)?.key ?? null });
    // The session answers these; hints are never required.
    case 'pull.connected':
    case 'pull.failed':
    case 'rooms.hinted':
    case 'invite.hinted':
    case 'message.received':
    case 'told.ask-state':
      return state;

    case 'visit.connection':
      return roomConnectionChanged(state, event, at);
    case 'visit.ended':
      return cutOff(state, event, at);

    /* what other kits tell */
    case 'told.hello': {
      const person = personOf(state, event.clientId);
      return person ? changePerson(state, person.key, { hasKit: true }) : state;
    }
    case 'told.here':
      return toldHere(state, event, at);
    case 'told.decline':
      return declined(state, event.clientId, event.roomId, at);
    case 'told.rooms': {
      const next = roomsTold(state, event, at);
      // Rooms that are open are not chosen any more.
      return next.round === state.round ? next : endOffer(next, at);
    }
    case 'told.move':
      return moveOrdered(state, event, at);
    case 'told.withdraw':
      return withdrawn(state, event.roomId, at);
    case 'told.outranked':
      return roomsOutranked(state, event.roomIds, at);
    case 'told.recall':
      return roundRecalled(state, event.inMs, at);
    case 'told.call-back':
      return calledBack(state, at + event.inMs, at);
    case 'told.keep-open':
      return roundKept(state);
    case 'told.offer':
      return offerTold(state, event, at);
    case 'told.pick':
      return picked(state, event);
    case 'told.confirm':
      return confirmed(state, event, at);

    case 'told.time':
      return timeTold(state, event, at);
    case 'told.ask-time':
      return timeAskTold(state, event.clientId, at);
    case 'told.help':
      return helpTold(state, event, at);
    case 'told.claim': {
      const person = personOf(state, event.clientId);
      const by = personOf(state, event.fromClientId);
      return person && by ? helpClaimed(state, person.key, by.key, event.claim) : state;
    }
    case 'told.announce':
      return announceTold(state, event, at);
    case 'told.seen':
      return announcementSeen(state, event.clientId, event.id);
    case 'told.desk':
      return deskTold(state, event, at);
    case 'told.known':
      return knownTold(state, event, at);

    /* this person and this kit */
    case 'clock.passed':
      return clockPassed(state, at);
    case 'times.set':
      return patch(state, { times: event.times });
    case 'plan.edited':
      return nameRooms(editDraft(state, event.edits, event.reason), state);
    case 'draft.restored':
      return restoreDraft(state, event.draft);
    case 'ghost.claimed':
      return ghostIsHere(claimGhost(state, event.ghost, event.key), event.key, event.inside ?? null, at);
    case 'round.restored':
      return roundRestored(state, event.round, at);
    case 'plan.undone':
      return nameRooms(undoDraft(state), state);
    case 'plan.redone':
      return nameRooms(redoDraft(state), state);
    case 'plan.joined':
      return meetExpected(state, event.arrivals, at);
    case 'call.opened':
      return openCall(state, event.call);
    case 'call.answered':
    case 'call.refused':
      return closeCall(state, event.callId);
    case 'call.overdue':
      return overdueCall(state, event.callId);
    case 'round.opening':
      return settleInvite(roundOpening(endOffer(state, at)), at);
    case 'rooms.created':
      return roomsCreated(state, event, at);
    case 'round.opened': {
      const { minutes } = state.plan;
      const { wire, recall } = state.capabilities;
      // An end that nobody can be told of would be a promise to nobody.
      const endsAt = minutes === null || !(wire || recall) ? null : at + minutes * 60_000;
      return state.round.phase === 'opening'
        ? changeRound(state, { phase: 'open', openedAt: at, endsAt })
        : state;
    }
    case 'round.failed':
      return giveNotice(roundFailed(state), { subject: 'open', text: 'failed', failure: event.failure }, at);
    case 'round.closing':
      return roundClosing(state, event.closesAt);
    case 'round.kept':
      return roundKept(state);
    case 'round.closed':
      return roundClosed(state, at);
    case 'time.set':
      return timeSet(state, event.endsAt, at);
    case 'driver.known':
      return driverKnown(state, event.driver, at);
    case 'help.asked':
      return helpAsked(state, at);
    case 'help.cancelled':
      return helpCancelled(state);
    case 'help.claimed':
      return state.self.key === null ? state : helpClaimed(state, event.person, state.self.key, event.claim);
    case 'time.asked':
      return timeAsked(state, at);
    case 'announcement.sent':
      return announced(state, event, at);
    case 'announcement.dismissed':
      return announcementDismissed(state, event.id);
    case 'record.kept':
      return keepLines(state, event.lines);
    case 'record.cleared':
      return clearRecord(state);
    case 'round.reset':
      return settleInvite(roundReset(state), at);
    case 'invite.sent':
      return inviteSent(state, event.people, event.roomKey, at);
    case 'invite.failed':
      return inviteFailed(state, event.people, event.roomKey, event.failure, at);
    case 'invite.taken-back':
      return inviteTakenBack(state, event.people);
    case 'invite.put-aside':
      return state.self.invite
        ? changeSelf(state, { invite: patch(state.self.invite, { aside: true }) })
        : state;
    case 'invite.taken-up':
      return state.self.invite
        ? changeSelf(state, { invite: patch(state.self.invite, { aside: false }) })
        : state;
    case 'invite.declined':
      return inviteDeclined(state);
    case 'invite.waited':
      return waitWithMove(state);
    case 'offer.made':
      return offerMade(state, event);
    case 'offer.ended':
      return patch(state, { offering: null });
    case 'offer.put-aside':
      return putOffer(state, true);
    case 'offer.taken-up':
      return putOffer(state, false);
    case 'pick.sent':
      return pickSent(state, event.slot, at);
    case 'attempt.started':
    case 'attempt.stepped':
    case 'attempt.failed':
    case 'attempt.succeeded':
    case 'attempt.dismissed':
      return attempted(state, event, at);
    case 'stay.resumed':
      return stayResumed(state, event.roomId, at);
    case 'return.started':
      return state.self.at === 'main'
        ? state
        : changeSelf(state, {
            at: 'returning',
            returning: event.reason,
            attempt: null,
            roomConnection: 'connected',
          });
    case 'return.ended':
      return returned(state);
    case 'sound.wanted':
      return changeSound(state, { wanted: event.wanted });
    case 'sound.changing':
      return changeSound(state, { changing: true });
    case 'sound.changed':
      return clearNotices(changeSound(state, { changing: false, failure: null, main: event.main }), 'sound');
    case 'sound.failed':
      return giveNotice(
        changeSound(state, { changing: false, failure: event.failure }),
        { subject: 'sound', text: 'failed', failure: event.failure },
        at,
      );
    case 'notice.given':
      return giveNotice(state, event, at);
    case 'notice.dismissed': {
      const notices = state.notices.filter((notice) => notice.id !== event.id);
      return notices.length === state.notices.length ? state : { ...state, notices };
    }
    default:
      return event satisfies never;
  }
}

/** The service made rooms, for the first time or again: their numbers and names are the plan's. */
function roomsCreated(
  state: State,
  { rooms }: Extract<KitEvent, { type: 'rooms.created' }>,
  at: number,
): State {
  let next = state;
  for (const { roomKey, roomId, capacity } of rooms) {
    const planned = state.plan.rooms.find((room) => room.key === roomKey);
    const named = planned ? { number: planned.number, name: planned.name } : {};
    next = openRoom(next, roomKey, roomId, { capacity, listed: true, ...named });
  }
  return settleInvite(next, at);
}

/** `breakout-room-destroyed`: normal for a room that was emptied. Its id is dead, an invitation to it ends. */
function roomDestroyed(state: State, roomId: string, at: number): State {
  const room = roomOf(state, roomId);
  if (!room) return state;
  const ended = settleLeft(emptyRoom(endRoom(state, roomId), room.key));
  return ended.self.invite?.roomId === roomId ? endInvite(ended, 'room-gone', at) : ended;
}

/** A room that is open carries the name the plan gives it. */
function nameRooms(state: State, before: State): State {
  if (state.plan === before.plan) return state;
  let next = state;
  for (const { key, number, name } of state.plan.rooms)
    if (state.rooms.has(key)) next = changeRoom(next, key, { number, name });
  return next;
}

/** Everything whose time has come. */
function clockPassed(state: State, at: number): State {
  const { attempt, recallAt } = state.self;
  let next = patch(state, { at });
  next = giveUpPick(forgetAway(giveUpWaiting(settleBack(next, at), at), at), at);
  if (attempt && !attempt.failure && !attempt.slow && attempt.slowAt <= at)
    next = changeSelf(next, { attempt: { ...attempt, slow: true } });
  next = timeUp(next, at);
  if (next.round.closesAt !== null && next.round.closesAt <= at) next = roundClosed(next, at);
  if (recallAt !== null && recallAt <= at && next.self.at === 'main')
    next = changeSelf(next, { recallAt: null });
  return next;
}
