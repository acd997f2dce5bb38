/** The live desk's words. */
import type { LatePolicy } from '../../state/types.js';
import { people, rooms } from './common.js';

const minutes = (count: number) => (count === 1 ? '1 minute' : `${String(count)} minutes`);
const latePolicies: Record<LatePolicy, string> = {
  ask: 'Ask me',
  fill: 'Go to the smallest rooms',
  former: 'Go to their former room',
  main: 'Stay in the main room',
};

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

  /* time */
  timeLeft: (time: string) => `${time} left`,
  addMinutes: (count: number) => `+${String(count)} min`,
  timeAdded: (count: number, time: string) => `${minutes(count)} more. ${time} left.`,
  more: 'More options',
  setTime: 'Set a time',
  minutes: (count: number) => `${String(count)} min`,
  timeSet: (count: number) => `${minutes(count)} left from now.`,
  noTimeLimit: 'No time limit',
  timeTaken: 'The rooms have no time limit now.',
  askTime: (count: number) => `${people(count)} ${count === 1 ? 'asks' : 'ask'} for more time`,
  askTimeSaid: (count: number) => `${people(count)} ${count === 1 ? 'asks' : 'ask'} for more time.`,
  meetingEnds: (time: string) => `The meeting itself ends in ${time}`,
  lastMinute: '1 minute left.',
  timeUp: (time: string) => `The time is up. Rooms close in ${time}.`,

  /* who runs the rooms */
  runs: (who: string) => `${who} runs the rooms`,
  runsAway: (who: string) => `${who} is not here any more`,
  nobodyRuns: 'Nobody runs the rooms',
  youRunThem: (phase: string) => `${phase}. You run the rooms`,
  takeOver: 'Take over',
  tookOver: 'You run the rooms now.',
  handOverTo: 'Hand over to',
  handedOver: (who: string) => `${who} runs the rooms now.`,

  /* help */
  help: 'Help',
  waiting: (time: string) => `Waiting ${time}`,
  claim: 'Claim',
  claimFrom: (who: string) => `Claim ${who}`,
  claimed: (who: string) => `You are on the way to ${who}.`,
  youOnTheWay: 'You are on the way',
  onTheWay: (who: string) => `${who} is on the way`,
  isThere: (who: string) => `${who} is there`,
  notMe: 'Not me',
  notMeFor: (who: string) => `Not me for ${who}`,
  released: (who: string) => `${who} waits again.`,
  done: 'Done',
  doneFor: (who: string) => `Done for ${who}`,
  helped: (who: string) => `${who} has been helped.`,
  helpWanted: (who: string, room: string | null) =>
    room === null ? `${who} asks for help.` : `${who} asks for help in ${room}.`,
  helpWantedBy: (count: number) => `${people(count)} ask for help.`,

  /* messages */
  messages: 'Messages',
  messageAll: 'Message all',
  messageAllRooms: 'Message all rooms',
  messageRoom: 'Message this room',
  messageTo: (room: string) => `Message ${room}`,
  sendTo: (count: number) => `Send to ${rooms(count)}`,
  send: 'Send',
  sentTo: (count: number) => `Sent to ${rooms(count)}.`,
  sentToRoom: (room: string) => `Sent to ${room}.`,
  textLeft: (count: number) => `${String(count)} left`,
  tooLong: (most: number) => `${String(most)} characters is the most.`,
  sayNothing: 'Write something first.',
  nobodyToWriteTo: 'Nobody is in a room yet.',
  nobodyInRoom: (room: string) => `Nobody is in ${room} yet.`,
  reaches: (count: number, of: number) =>
    `Reaches ${String(count)} of ${people(of)}. The others cannot see messages from here.`,
  seenBy: (count: number, of: number, ago: string) => `Seen by ${String(count)} of ${String(of)}, ${ago}`,
  justNow: 'just now',
  minutesAgo: (count: number) => `${String(count)} min ago`,
  hoursAgo: (count: number) => `${String(count)} h ago`,
  earlierMessages: (count: number) => (count === 1 ? '1 earlier' : `${String(count)} earlier`),
  fewerMessages: 'Show fewer',
  quoted: (text: string) => `“${text}”`,
  messageFrom: (who: string) => `From ${who}`,
  messageOnlyTo: (room: string) => `To ${room}`,

  /* people who join late */
  lateBar: (count: number) => `${people(count)} joined late`,
  chooseRooms: 'Choose rooms',
  fillSmallest: 'Fill smallest rooms',
  backToFormer: 'Back to former rooms',
  latePlaced: (count: number) => `${people(count)} placed.`,
  latePlacedSome: (count: number, left: number) =>
    `${people(count)} placed. No seat is left for ${people(left)}.`,
  lateNoSeats: 'No seats are left.',
  lateChosen: (count: number) => `${people(count)} selected.`,
  placeLate: (count: number) => `place ${people(count)}`,
  latePolicy: 'People who join late',
  latePolicies,
  lateNow: {
    ask: 'You are asked where people who join late go.',
    fill: 'People who join late go to the smallest rooms.',
    former: 'People who join late go back to their former room.',
    main: 'People who join late stay in the main room.',
  } satisfies Record<LatePolicy, string>,

  /* one room */
  closeRoom: 'Close this room',
  closeRoomBack: (count: number) => `${people(count)} ${count === 1 ? 'comes' : 'come'} back`,
  roomCloses: (room: string, time: string) => `${room} closes in ${time}.`,
  closesInShort: (time: string) => `Closes in ${time}`,
  keepRoomOpen: 'Keep open',
  keepThisOpen: (room: string) => `Keep open: ${room}`,
  roomKept: (room: string) => `${room} stays open.`,
  closeOf: (room: string) => `close ${room}`,
  nobodyInIt: 'Nobody is in this room.',

  saveRecord: 'Save record',
  saveLines: 'What happened, as a table (CSV)',
  savePeople: 'Who was where, as a table (CSV)',
  saveJson: 'Everything, for programs (JSON)',
  recordSaved: 'Record saved.',
  recordFile: 'breakout-record',
  recordPeopleFile: 'breakout-record-people',
};
