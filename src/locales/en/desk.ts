/** The live desk's words. */
import { people, rooms } from './common.js';

export const desk = {
  open: (round: number, of: number = round) =>
    of > round
      ? `Open, round ${String(round)} of ${String(of)}`
      : round > 1
        ? `Open, round ${String(round)}`
        : 'Open',
  opening: 'Opening the rooms',
  whereEveryoneIs: 'Where everyone is',
  inMain: 'In main room',
  late: 'Late',
  visit: 'Visit',
  visitRoom: (room: string) => `Visit ${room}`,
  inRoom: (count: number, of: number) => `${String(count)} of ${String(of)} in room`,
  timed: (word: string, time: string) => `${word} ${time}`,
  inviteAgain: (count: number) => `Invite again (${String(count)})`,
  inviteAgainTo: (count: number, room: string) => `Invite again (${String(count)}) to ${room}`,
  invitePerson: (who: string) => `Invite ${who} again`,
  end: 'End rooms',
  closesIn: (time: string) => `Rooms close in ${time}. Everyone comes back here.`,
  /** Without the wire or a service that can do it. */
  closesInAsk: (time: string) =>
    `Rooms close in ${time}. Ask people to return: this service cannot bring them.`,
  /** Some have no kit, and a published build has no way of its own. */
  closesInAskSome: (time: string, names: string) =>
    `Rooms close in ${time}. Ask ${names} to return: they cannot be called back.`,
  keepOpen: 'Keep rooms open',
  closeNow: 'Close now',
  back: (count: number, of: number) => `${String(count)} of ${people(of)} are back.`,
  stillAway: (names: string, count: number) => `${names} ${count === 1 ? 'is' : 'are'} still on the way.`,
  askBack: (names: string) => `Ask ${names} to return: they cannot be called back.`,
  bringBack: 'Bring back now',
  everyoneBack: 'Everyone is back',
  everyoneBackText: (count: number, roomCount: number) => `${people(count)}, ${rooms(roomCount)}.`,
  sameAgain: 'Same rooms again',
  meetNew: 'Meet new people',
  mixing: 'One moment…',
  roundWas: (round: number, of: number) =>
    of > round ? `Round ${String(round)} of ${String(of)}.` : `Round ${String(round)}.`,
  /** What is on the draft that "Meet new people" made. */
  nextRound: (round: number, result: string) => `Round ${String(round)}. ${result}`,
  joined: (count: number, room: string) => `${people(count)} joined ${room}.`,
  declined: (who: string) => `${who} declined.`,
  noAnswer: (count: number) => `No answer from ${people(count)}.`,
  opened: (count: number) => `${rooms(count)} opened.`,
  fewer: (made: number, of: number) => `${String(made)} of ${rooms(of)} were made.`,
  makeRest: 'Make the rest',
  closing: 'Closing',
  closed: 'Closed',
  bringToMain: 'Bring to main room',
  inviteOne: 'Invite again',
  invited: (count: number) => `${people(count)} invited again.`,
  youAreHere: 'You are here',
  noAnswerCount: (count: number) => `${String(count)} no answer`,
  declinedCount: (count: number) => `${String(count)} declined`,
  failedCount: (count: number) => `${String(count)} could not join`,
  missingIn: (room: string) => `Not yet in ${room}`,
  couldNot: (count: number) => `${people(count)} could not join.`,
  nobodyThere: 'Nobody is in this room.',
  returned: (count: number) => `${people(count)} returned to the main room.`,
  came: (count: number) => `${people(count)} joined the meeting.`,
  left: (count: number) => `${people(count)} left the meeting.`,
  closingStarted: (time: string) => `Rooms close in ${time}.`,
  keptOpen: 'The rooms stay open.',
  nowClosed: 'The rooms are closed.',
};
