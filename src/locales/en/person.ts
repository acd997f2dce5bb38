/** The words a person reads who is invited, joining, in a room or coming back. */
import { people } from './common.js';

/** "8 minutes", "1 minute", "40 seconds": for the ear, which does not read a clock. */
const length = (ms: number) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [Math.round(seconds / 60), 'minute'];
  return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
};

export const person = {
  joinQuestion: (room: string) => `Join ${room}?`,
  invites: (who: string, room: string) => `${who} invites you to ${room}.`,
  invitesPlain: (room: string) => `You are invited to ${room}.`,
  notConfirmed: 'We could not confirm who sent this invitation.',
  notConfirmedWarn: 'The sender is not a moderator we know. Ask in the main room if you are unsure.',
  movingTo: (room: string) => `Moving you to ${room}`,
  isMoving: (who: string, room: string) =>
    `${who} is moving you to ${room}. You can return to the main room at any time.`,
  isMovingPlain: (room: string) =>
    `A moderator is moving you to ${room}. You can return to the main room at any time.`,
  areThere: (names: string, count: number) => `${names} ${count === 1 ? 'is' : 'are'} there`,
  countThere: (count: number) => `${people(count)} ${count === 1 ? 'is' : 'are'} there`,
  seatsTaken: (count: number, of: number) => `${String(count)} of ${String(of)} seats taken`,
  /** "a breakout room" inside a sentence, where neither name nor number is known. */
  someRoom: 'a breakout room',
  /** How somebody is called for short: "Jonas" for "Jonas Weber". What is no name by itself stays with the rest. */
  shortName: (name: string) => {
    const first = name.split(' ', 1)[0] ?? name;
    return first.length < 2 || first.endsWith('.') ? name : first;
  },
  twin: (name: string, which: number) => `${name} (${String(which)})`,
  soundPauses: 'Main room sound pauses while you are there.',
  soundMutes: 'Main room sound is muted while you are there.',
  soundStays: 'You still hear the main room there.',
  leavesRoom: (room: string) => `You leave ${room}.`,
  micStaysOff: 'Your microphone stays off.',
  micStaysOn: 'Your microphone stays on.',
  arriveMuted: 'You arrive muted, as you are now.',
  arriveHeard: 'You arrive with your microphone on, as it is now.',
  join: 'Join',
  joinAnyway: 'Join anyway',
  notNow: 'Not now',
  goNow: 'Go now',
  wait: (seconds: number) => `Wait ${String(seconds)} s`,
  waitLong: (seconds: number) => `Wait ${String(seconds)} s more before moving`,
  movesIn: (seconds: string) => `You move in ${seconds}.`,
  movingIn: (room: string, time: string) => `Moving you to ${room} in ${time}`,
  pending: (room: string) => `Invitation to ${room}`,
  inviteEnded: (room: string) => `The invitation to ${room} ended.`,

  chooseRoom: 'Choose a room',
  chooseLead: 'You can change until the rooms open.',
  choose: 'Choose',
  chosen: 'Chosen',
  roomFull: 'Full',
  chooseNamed: (room: string) => `Choose ${room}`,
  chosenNamed: (room: string) => `Chosen: ${room}`,
  fullNamed: (room: string) => `Full: ${room}`,
  yourChoice: (count: number, of: number) => `Your choice, ${String(count)} of ${String(of)}`,
  haveSeats: (names: string) => `${names} chose it.`,
  giveSeatBack: 'Give my seat back',
  putChoiceAside: 'Put aside',
  youChose: (room: string) => `You chose ${room}.`,
  seatGivenBack: 'You have no room now.',
  movedToSeat: (room: string) => `A moderator put you in ${room}.`,
  movedFromSeat: 'A moderator took you out of your room. Choose another one.',
  choiceFull: (room: string) => `${room} is full. Choose another room.`,
  choiceGone: 'That room is not offered any more. Choose another one.',
  choiceLocked: 'A moderator keeps you where you are.',
  choiceNoAnswer: 'No answer. Try again.',
  choiceOver: 'Rooms cannot be chosen any more.',
  choicePending: (room: string) => `Your room: ${room}`,

  joining: (room: string) => `Joining ${room}`,
  soundPaused: 'Main room sound paused',
  soundMuted: 'Main room sound muted',
  soundOn: 'Main room sound stays on',
  pausingSound: 'Pausing main room sound',
  mutingSound: 'Muting main room sound',
  restoringSound: 'Turning main room sound back on',
  stepStates: { done: 'done', now: 'under way', stuck: 'no answer', failed: 'failed', todo: 'to come' },
  connected: 'Connected',
  slow: 'This is taking longer than usual.',
  noAnswerFrom: (room: string) => `No answer from ${room} yet`,
  noAnswerAfter: (seconds: number) => `No answer after ${String(seconds)} seconds`,
  soundBack: 'Main room sound back on',
  soundIsBack: 'Main room sound is back on.',
  stillInMain: 'You are still in the main room.',
  couldNotJoin: (room: string) => `Could not join ${room}`,
  tryAgain: 'Try again',
  stay: 'Stay in main room',

  /** Where the service moves people by itself, there is nothing to cancel. */
  serviceMoves: (who: string | null) =>
    `${who ?? 'A moderator'} is moving you. You can return to the main room as soon as you arrive.`,
  movedHere: (who: string | null, room: string) => `${who ?? 'A moderator'} moved you to ${room}.`,
  movedHereShort: (who: string | null) => `${who ?? 'A moderator'} moved you here`,
  visiting: 'Visiting',
  visitingRoom: (room: string) => `You are visiting ${room}.`,
  nowIn: (room: string) => `You are in ${room}.`,
  backInMain: 'You are in the main room.',
  micHere: 'Your mic is here',
  micOff: 'Your mic is off',
  micHeld: 'A moderator muted your mic',
  muteMic: 'Mute your mic',
  unmuteMic: 'Unmute your mic',
  mainSound: 'Main room sound',
  mainSoundIs: (now: string) => `Main room sound: ${now}`,
  muted: 'Muted',
  paused: 'Paused',
  listening: 'Listening',
  returnToMain: 'Return to main room',
  returnShort: 'Return',
  backTo: (room: string) => `Back to ${room}`,
  joinAfterAll: (room: string) => `Join ${room} after all`,
  returning: 'Returning to the main room',
  timeLeft: (time: string) => `${time} left`,
  timeLeftSpoken: (ms: number) => `${length(ms)} left.`,
  moreTime: (ms: number) => `There is more time. ${length(ms)} left.`,
  lessTime: (ms: number) => `There is less time. ${length(ms)} left.`,
  noMoreTimer: 'There is no time limit any more.',
  askForTime: 'Ask for more time',
  askedForTime: 'You asked for more time',
  meetingEnds: (time: string) => `Meeting ends in ${time}`,
  meetingEndsSpoken: (ms: number) => `The meeting itself ends in ${length(ms)}.`,
  askForHelp: 'Ask for help',
  helpAsked: 'You asked for help',
  helpAskedSpoken: 'You asked for help. You are told when a moderator is on the way.',
  helpComes: (who: string | null) => `${who ?? 'A moderator'} is on the way`,
  helpTurnedBack: 'Nobody is on the way any more. You are still asking for help.',
  helpOver: 'You are not asking for help any more.',
  cancel: 'Cancel',
  cancelHelp: 'Cancel asking for help',
  keptOpen: 'The rooms stay open.',
  closeIn: (time: string) => `Rooms close in ${time}`,
  calledBackIn: (time: string) => `Back to the main room in ${time}`,
  calledBackSpoken: (ms: number) => `A moderator brings you back to the main room in ${length(ms)}.`,
  reconnectingTo: (room: string) => `Reconnecting to ${room}`,
  placeKept: (time: string) => `Your place is kept. ${time} before you return to the main room.`,
  soundNotBack: 'Main room sound could not be turned back on.',
  soundNotChanged: 'Main room sound is not as it should be.',
  restoreSound: 'Restore sound',
  breakoutSound: 'Sound of the breakout room',
  somebody: 'somebody',
  sharedScreen: (name: string) => `Screen shared by ${name}`,
  personLeft: (name: string) => `${name} left the meeting.`,
  somebodyLeft: 'Somebody left the meeting.',
  kitMismatch:
    'Somebody here uses another version of breakout rooms. Some things may not work until they update.',
  messages: 'Messages from the moderator',
  messageFrom: (who: string | null, room: string | null, when: string) =>
    `${who ?? 'A moderator'} to ${room ?? 'all rooms'}, ${when}`,
  messageSpoken: (who: string | null, text: string) => `Message from ${who ?? 'a moderator'}: ${text}`,
  messagesSpoken: (count: number) => `${String(count)} messages from the moderator.`,
  earlierMessages: (count: number) => `${String(count)} earlier message${count === 1 ? '' : 's'}`,
  fewerMessages: 'Show fewer messages',
  /** How long ago, in milliseconds. */
  ago: (ms: number) => {
    const minutes = Math.floor(ms / 60_000);
    return minutes < 1 ? 'just now' : `${String(minutes)} min ago`;
  },

  /** For the title of a tab that nobody looks at: short, what it is about first. */
  cue: {
    invite: (room: string) => `Invitation: ${room}`,
    move: (room: string) => `Moving you: ${room}`,
    closing: 'Rooms close',
    message: 'New message',
  },
  /** The title with its cue, for what waits in a tab that nobody looks at. */
  cued: (count: number, cue: string) => `(${String(count)}) ${cue} · `,
  /** Whole sentences, for an application's own notification. */
  attention: {
    invite: (who: string | null, room: string) =>
      who === null ? `You are invited to ${room}.` : `${who} invites you to ${room}.`,
    move: (who: string | null, room: string) => `${who ?? 'A moderator'} is moving you to ${room}.`,
    message: (who: string | null, text: string) => `${who ?? 'A moderator'}: ${text}`,
    closing: (seconds: number) => `The rooms close in ${String(seconds)} seconds.`,
    calledBack: (seconds: number) => `You are brought back to the main room in ${String(seconds)} seconds.`,
    helpComes: (who: string | null) => `${who ?? 'A moderator'} is on the way to you.`,
    helpAsked: (who: string, room: string) => `${who} asks for help in ${room}.`,
    choose: 'You can choose a room.',
  },

  askedToReturn: 'The rooms are closing. Return to the main room when you are ready.',
  roomsEnded: 'The moderator ended the rooms. You are in the main room.',
  declineUntold: 'The moderator could not be told that you are not coming.',
  micFailed: 'Your microphone was not switched. Try again.',
  connectionLost: (room: string) => `Your connection to ${room} was lost. You are in the main room.`,
  roomGone: (room: string) => `${room} has ended. You are in the main room.`,
  /** The same for a room that this person was only asked to. */
  askedRoomGone: (room: string) => `${room} has ended, and the invitation with it.`,
};
