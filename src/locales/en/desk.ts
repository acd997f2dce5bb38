/** The live desk's words. */
import { people, rooms } from './common.js';

export const desk = {
  open: (round: number) => (round > 1 ? `Open, round ${String(round)}` : 'Open'),
  opening: 'Opening the rooms',
  whereEveryoneIs: 'Where everyone is',
  inMain: 'In main room',
  late: 'Late',
  visit: 'Visit',
  visitRoom: (room: string) => `Visit ${room}`,
  inRoom: (count: number, of: number) => `${String(count)} of ${String(of)} in room`,
  timed: (word: string, time: string) => `${word} ${time}`,
  inviteAgain: (count: number) => `Invite again (${String(count)})`,
  inviteAgainTo: (count: number, room: string) => `Invite ${people(count)} to ${room} again`,
  invitePerson: (who: string) => `Invite ${who} again`,
  end: 'End rooms',
  closesIn: (time: string) => `Rooms close in ${time}. Everyone comes back here.`,
  /** Without the wire or a service that can do it. */
  closesInAsk: (time: string) =>
    `Rooms close in ${time}. Ask people to return: this service cannot bring them.`,
  keepOpen: 'Keep rooms open',
  closeNow: 'Close now',
  back: (count: number, of: number) => `${String(count)} of ${people(of)} are back.`,
  stillAway: (names: string, count: number) => `${names} ${count === 1 ? 'is' : 'are'} still on the way.`,
  bringBack: 'Bring back now',
  everyoneBack: 'Everyone is back',
  everyoneBackText: (count: number, roomCount: number) => `${people(count)}, ${rooms(roomCount)}.`,
  sameAgain: 'Same rooms again',
  joined: (count: number, room: string) => `${people(count)} joined ${room}.`,
  declined: (who: string) => `${who} declined.`,
  noAnswer: (count: number) => `No answer from ${people(count)}.`,
  opened: (count: number) => `${rooms(count)} opened.`,
  fewer: (made: number, of: number) => `${String(made)} of ${rooms(of)} were made.`,
  makeRest: 'Make the rest',
};
