/** The planner's words. */
import type { PlanWarning } from '../../state/views.js';
import { names, people, rooms } from './common.js';

const seats = (count: number) => (count === 1 ? '1 seat free' : `${String(count)} seats free`);

export const planner = {
  phase: 'Draft. Nobody moves until you open the rooms.',
  rooms: 'Rooms',
  roomCount: 'Number of rooms',
  oneFewer: 'One room fewer',
  oneMore: 'One room more',
  /** "5 people each", "5–6 people each". */
  each: (least: number, most: number) =>
    least === most ? `${people(least)} each` : `${String(least)}–${String(most)} people each`,
  eachShort: (least: number, most: number) =>
    least === most ? `${String(least)} each` : `${String(least)}–${String(most)} each`,
  howToSplit: 'How to split',
  even: 'Even split',
  byHand: 'By hand',
  choose: 'People choose',
  notChosen: (count: number) => `${people(count)} ${count === 1 ? 'has' : 'have'} not chosen yet.`,
  everyoneChose: 'Everyone who can be asked has chosen.',
  /** `who`: a few of them by name. */
  beyondAsking: (count: number, who: string) =>
    `${people(count)} cannot be asked: ${who}. Place them yourself.`,
  chosenElsewhere: (who: string) => `${who} lets people choose rooms now. The seats of your draft stay.`,
  chosenElsewherePlain: 'Another moderator lets people choose rooms now. The seats of your draft stay.',
  reshuffle: 'Reshuffle',
  findPeople: 'Find people',
  people: 'People',
  notAssigned: 'Not assigned',
  staying: 'Staying in main room',
  inRooms: 'In rooms',
  justJoined: 'Just joined',
  justJoinedShort: 'New',
  everyonePlaced: 'Everyone has a place.',
  nobodyFound: 'Nobody by that name.',
  addPeople: 'Add people',
  addPeopleTo: (room: string) => `Add people to ${room}`,
  addRoom: 'Add a room',
  /** A room that has no name of its own is not named twice. */
  room: (number: number | null, name: string) =>
    number === null || name === `Room ${String(number)}` ? name : `Room ${String(number)}: ${name}`,
  seatsTaken: (count: number, of: number) => `${String(count)} of ${String(of)} seats taken`,
  overBy: (count: number) => `over by ${String(count)}`,
  lead: 'Room lead',
  locked: 'Stays in this room when you reshuffle',
  options: (room: string) => `Options for ${room}`,
  rename: 'Rename',
  renameRoom: (room: string) => `Rename ${room}`,
  name: 'Room name',
  removeRoom: 'Remove this room',
  more: 'More options',
  moveTo: (who: string) => `Move ${who} to…`,
  movePeopleTo: (count: number) => `Move ${people(count)} to…`,
  clearSelection: 'Clear the selection',
  free: (count: number) => `${String(count)} free`,
  fits: (fit: number, of: number) => `${String(fit)} of ${String(of)} fit`,
  full: 'Full',
  keepInMain: 'Keep in main room',
  unassign: 'Unassign',
  makeLead: 'Make room lead',
  removeLead: 'Remove as room lead',
  lock: (room: string) => `Keep in ${room} when you reshuffle`,
  unlock: 'Let reshuffle move them',
  dropHere: (count: number) => (count === 1 ? 'Drop here' : `Drop ${people(count)} here`),
  seatsFree: seats,
  seatsFor: (fit: number, of: number) => `Seats for ${String(fit)} of ${String(of)}`,
  movedToast: (count: number, who: string, room: string, full: boolean) =>
    `${count === 1 ? `${who} moved` : `${people(count)} moved`} to ${room}${full ? ', now full' : ''}.`,
  /** Those without a seat stay where they are, and selected, so that they can be taken elsewhere. */
  movedSome: (moved: number, of: number, room: string) =>
    `${String(moved)} of ${people(of)} moved to ${room}, now full. ${people(of - moved)} still selected.`,
  roomFull: (room: string) => `${room} is full.`,
  moveCancelled: (who: string, where: string) => `Move cancelled. ${who} is back in ${where}.`,
  reshuffled: 'Reshuffled.',
  theyChoose: 'People choose their rooms. Choose Even split to draw them.',
  opening: 'How to open',
  invite: 'Invite',
  moveAtOnce: 'Move at once',
  open: (count: number) => `Open ${rooms(count)}`,
  openingNow: (count: number) => `Opening ${rooms(count)}…`,
  /** `who`: the people the warning is about, as they are called. */
  warnings: (warning: PlanWarning, room: string, who: readonly string[] = []): string => {
    switch (warning.kind) {
      case 'over':
        return `${room} is over by ${String(warning.count)}`;
      case 'over-locked':
        return `${room} is over by ${String(warning.count)}, and people in it are locked`;
      case 'together':
        return `${names(who)} should be in one room`;
      case 'apart':
        return `${names(who)} should not share ${room}`;
      case 'no-lead':
        return warning.count === 1 ? `${room} has no lead` : `${rooms(warning.count)} have no lead`;
      case 'contradiction':
        return `${names(who)} cannot be both together and apart`;
      case 'expected':
        return `${people(warning.count)} of your list ${warning.count === 1 ? 'has' : 'have'} not joined yet`;
      case 'unassigned':
        return `${people(warning.count)} not assigned`;
      case 'empty':
        return `${room} is empty`;
      case 'twins':
        return `${people(warning.count)} are called ${warning.name ?? ''}`;
      case 'no-seats':
        return `${people(warning.count)} stay in the main room: no seats are left`;
      case 'too-few':
        return 'There are fewer people than rooms';
      default:
        return warning.kind satisfies never;
    }
  },
  remedies: {
    fix: 'Fix',
    place: 'Place them',
    remove: 'Remove it',
    unlock: 'Unlock them',
    resplit: 'Split again',
    'more-rooms': 'Add rooms',
    rules: 'Show rules',
    see: 'Show them',
  },
  moreWarnings: (count: number) => `${String(count)} more`,
  nobodyTitle: 'Nobody to split yet',
  nobodyText: 'You are the only one here. Set up the rooms now; people who join appear in Not assigned.',
  nobodyAct: 'Set up rooms',
  lectureTitle: 'Not available in lecture mode',
  lectureText:
    'In a lecture only the speaker is heard, so small rooms cannot talk. Start the meeting in group mode to use breakout rooms.',
  limitTitle: (max: number) => `${String(max)} rooms is the limit`,
  limitText: (max: number, fit: number, each: number) =>
    `One meeting can hold ${String(max)} breakout rooms. ${people(fit)} fit with ${String(each)} seats in each.`,
  undoOf: (what: string) => `Undo: ${what}`,

  /* spoken, and shown where it helps */
  listHelp: 'Space selects. Enter picks up. M opens the menu. Arrow keys go to the next person.',
  peopleIn: (room: string) => `People in ${room}`,
  showPeople: (where: string) => `Show people in ${where}`,
  /** The last place of a card that does not show everybody. */
  morePeople: (count: number) => `${String(count)} more`,
  /** Below the first people of a menu. */
  morePeopleByName: (count: number) => `${String(count)} more: find them by name in the list of people`,
  morePeopleIn: (count: number, room: string) => `${String(count)} more in ${room}`,
  fewerPeople: 'Show fewer',
  fewerPeopleIn: (room: string) => `Show fewer in ${room}`,
  hidePeople: (where: string) => `Hide people in ${where}`,
  found: 'Found',
  endFinding: 'Show everybody',
  selected: (count: number) => `${people(count)} selected`,
  selectMore: 'Select more people',
  smallestRooms: 'Smallest rooms',
  noSeats: 'No seats are left.',
  moveHere: (count: number) => `Move ${people(count)} here`,
  spread: (who: string) => `${who} moved to the smallest rooms.`,
  spreadSome: (moved: number, of: number) =>
    `${String(moved)} of ${people(of)} moved to the smallest rooms, now full. ${people(of - moved)} still selected.`,
  staysToast: (count: number, who: string) =>
    count === 1 ? `${who} stays in the main room.` : `${people(count)} stay in the main room.`,
  movedSpoken: (
    who: string,
    from: string,
    to: string,
    taken: { readonly count: number; readonly of: number } | null,
  ) => `${who} moved from ${from} to ${to}${taken ? `, ${String(taken.count)} of ${String(taken.of)}` : ''}.`,
  movesCancelled: (count: number) => `Move cancelled. ${people(count)} are back where they were.`,
  leftInHand: (who: string) => `Move cancelled. ${who} has left.`,
  allLeftInHand: (count: number) => `Move cancelled. ${people(count)} have left.`,
  someLeftInHand: (who: string, rest: number) => `${who} has left. ${people(rest)} still picked up.`,
  pickedUp: (who: string, roomCount: number) =>
    `${who} picked up. ${rooms(roomCount)}. Press ${roomCount > 9 ? '1 to 9, 0 for room 10' : roomCount > 1 ? `1 to ${String(roomCount)}` : '1'}, or arrow keys and Enter.`,
  aimed: (room: string, free: number) => `${room}, ${seats(free)}.`,
  noSuchRoom: (number: number) => `There is no room ${String(number)}.`,
  enterDrops: (count: number, who: string) =>
    count === 1 ? `Enter drops ${who} here` : `Enter drops ${people(count)} here`,
  moving: (who: string) => `Moving ${who}`,
  keys: {
    label: 'Keys',
    to: 'to',
    byNumber: 'room by number',
    nextRoom: 'next room',
    enter: 'Enter',
    drop: 'drop',
    escape: 'Esc',
    cancel: 'cancel',
    delete: 'Del',
  },
  changes: {
    rooms: 'the number of rooms',
    rename: 'a room’s name',
    settings: 'a setting',
    lead: 'a room lead',
    lock: 'who stays at a reshuffle',
    move: (count: number) => `move ${people(count)}`,
    moveOne: (who: string, where: string) => `move ${who} to ${where}`,
  },
  undone: (what: string | null) => (what === null ? 'Undone.' : `Undone: ${what}.`),
  redone: (what: string | null) => (what === null ? 'Done again.' : `Done again: ${what}.`),
  /** The seats they came from are taken by now. */
  undoneSome: (count: number) => `Undone as far as there are seats. ${people(count)} stay where they are.`,
  nothingToUndo: 'Nothing to undo.',
  nothingToRedo: 'Nothing to redo.',
  unassignAll: 'Unassign everyone',
  nobodySeated: 'Nobody is in a room yet.',
  renamed: (name: string) => `Room renamed to ${name}.`,
  removed: (room: string) => `${room} removed.`,
  added: 'Room added.',
  /** "4 rooms, 5 people each." */
  roomsNow: (count: number, each: string | null) => `${rooms(count)}${each === null ? '' : `, ${each}`}.`,
  seatsNow: (each: number) => `${String(each)} seats in each room.`,
  openingNowSet: { invite: 'People are invited.', move: 'People are moved at once.' },
  splitNow: {
    even: 'Split evenly.',
    hand: 'You place people by hand.',
    choose: 'People choose their rooms.',
  },
  timeInRooms: 'Time in rooms: ',
  noTimeLimit: 'No time limit',
  minutes: (count: number) => `${String(count)} min`,
  otherTime: 'Another time…',
  timeNow: (count: number | null) =>
    count === null
      ? 'The rooms have no time limit.'
      : `The rooms close after ${count === 1 ? '1 minute' : `${String(count)} minutes`}.`,
  onlyRoom: 'This is the only room.',
  fixed: (room: string) => `${room} fits now.`,
  unlocked: (room: string) => `Nobody in ${room} is locked any more.`,
  placed: 'Everyone is placed as far as there are seats.',
  leads: (who: string) => `${who} leads the room.`,
  leadsNot: (who: string) => `${who} no longer leads the room.`,
  staysWhen: (who: string) => `${who} stays in this room when you reshuffle.`,
  staysNot: (who: string) => `${who} can be moved by a reshuffle.`,
  beforeOpening: 'Before you open',
  whatWentWrong: 'What went wrong',
  blocked: (problem: string) => `${problem}. Mend this first.`,
  roomsOf: (each: string) => `rooms, ${each}`,
  notKept: 'This draft cannot be kept here. It is lost when the page is loaded anew.',
  notYours: 'Moderators plan the rooms',
  onlyOneText: 'Only one other person is here. Set up the rooms now; people who join appear in Not assigned.',
  limitAct: (max: number, each: number) => `Use ${rooms(max)} of ${String(each)}`,
};
