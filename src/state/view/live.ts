/** Views of what goes on while rooms are open: time, who runs them, calls for help, messages. */
import { displayName } from '../displayName.js';
import { alike } from '../maps.js';
import { memo, steady } from '../memo.js';
import { graceOf } from '../timing.js';
import type { PersonKey, State } from '../types.js';
import type { DriverView, HelpView, MessageView, OwnHelpView, TimeView } from '../views.js';
import { isLive } from './rooms.js';
import { isModerator, nameOfRoom } from './self.js';

/** A participant whose words arrive: kits can talk, and this one knows who moderates, here or cut off for a moment. */
function reachesModerators(state: State): boolean {
  if (!state.capabilities.wire || isModerator(state)) return false;
  for (const { role } of state.people.values()) if (role === 'moderator') return true;
  return false;
}

/** The time of the round, of its closing, and of the meeting. */
export const timeView: (state: State) => TimeView = memo(
  (state: State) => [state],
  steady((state: State): TimeView => {
    const { round, self } = state;
    const closesAt = self.recallAt ?? round.closesAt;
    return {
      endsAt: isLive(state) ? round.endsAt : null,
      startedAt: round.openedAt,
      closesAt,
      graceMs: graceOf(state),
      askedAt: self.askedTimeAt,
      canAsk: reachesModerators(state),
      meetingEndsAt: state.meetingEndsAt,
    };
  }, alike),
);

const isSame = (before: DriverView | null, now: DriverView | null): boolean =>
  before === now || (before !== null && now !== null && alike(before, now));

/** This person's own call for a moderator. */
export const ownHelpView: (state: State) => OwnHelpView = memo(
  (state: State) => [state.self, state.people, state.capabilities],
  steady((state: State): OwnHelpView => {
    const { self, people } = state;
    const claimedBy = self.help?.claimedBy ?? null;
    const comes = claimedBy === null ? undefined : people.get(claimedBy);
    return {
      canAsk: self.at === 'in-room' && reachesModerators(state),
      since: self.help?.since ?? null,
      claimedBy,
      name: comes ? displayName(comes.name, '') || null : null,
    };
  }, alike),
);

/** Who runs the rooms; `null` while none are open, or this person is no moderator. */
export const driverView: (state: State) => DriverView | null = memo(
  (state: State) => [state],
  steady((state: State): DriverView | null => {
    if (!isLive(state) || !isModerator(state)) return null;
    const { driver, self } = state;
    const person = driver === null ? undefined : state.people.get(driver);
    const isHere = person !== undefined && person.clientId !== null && person.role === 'moderator';
    return {
      key: driver,
      isMe: driver !== null && driver === self.key,
      isHere,
      name: person ? displayName(person.name, '') || null : null,
    };
  }, isSame),
);

/** The moderators who could run the rooms instead: those who are here and have a kit, oneself aside. */
export const otherModerators: (state: State) => readonly PersonKey[] = memo(
  (state: State) => [state.people, state.self],
  (state: State) =>
    [...state.people.values()]
      .filter(
        ({ key, role, clientId, hasKit }) =>
          role === 'moderator' && clientId !== null && hasKit && key !== state.self.key,
      )
      .map(({ key }) => key),
);

/** Who asks for help: nobody's calls first, then those that somebody goes to; the longest wait first. */
export const helpQueue: (state: State) => readonly HelpView[] = memo(
  (state: State) => [state.help, state.rooms, state.plan.rooms, state.self],
  (state: State) => {
    const calls = [...state.help.values()].map(({ person, roomKey, since, claimedBy }): HelpView => ({
      person,
      roomKey,
      ...(roomKey === null ? { number: null, name: null } : nameOfRoom(state, roomKey)),
      since,
      claimedBy,
      isMine: claimedBy !== null && claimedBy === state.self.key,
    }));
    return calls.toSorted(
      (a, b) => Number(a.claimedBy !== null) - Number(b.claimedBy !== null) || a.since - b.since,
    );
  },
);

/** Who asks for more time, in the order they asked. Whoever has left asks no more. */
export const timeAskers: (state: State) => readonly PersonKey[] = memo(
  (state: State) => [state.timeAsks, state.people],
  (state: State) => [...state.timeAsks.keys()].filter((key) => state.people.has(key)),
);

/** A message has at most so many UTF-16 units: nothing of what was written may be missing. */
const MAX_TEXT = 480;

/** Moderators' messages, the newest first. */
export const messagesView: (state: State) => readonly MessageView[] = memo(
  (state: State) => [state.announcements, state.people, state.rooms, state.plan.rooms, state.self],
  (state: State) =>
    state.announcements
      .map(({ id, from, roomKey, text, at, to, seen, dismissed }): MessageView => {
        const sender = from === null ? undefined : state.people.get(from);
        return {
          id,
          from: sender ? displayName(sender.name, '') || null : null,
          isMine: from !== null && from === state.self.key,
          roomKey,
          ...(roomKey === null ? { number: null, name: null } : nameOfRoom(state, roomKey)),
          text: displayName(text, '', MAX_TEXT),
          at,
          seen: seen.size,
          of: to.size,
          dismissed,
        };
      })
      .toReversed(),
);
