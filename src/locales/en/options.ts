/** The words of the planner's options: sizes, seats, rules and rounds. */
import { names, people, rooms } from './common.js';

const seats = (count: number) => (count === 1 ? '1 seat' : `${String(count)} seats`);
const pairs = (count: number) => (count === 1 ? '1 pair' : `${String(count)} pairs`);
const meet = (count: number) => (count === 1 ? 'meets' : 'meet');
/** Somebody who has left is not known by name any more; a rule waits for them all the same. */
const withLeft = (who: readonly string[], left: number) =>
  names([...who, ...(left === 0 ? [] : [`${people(left)} who ${left === 1 ? 'is' : 'are'} not here`])]);

export const options = {
  title: 'Options',
  close: 'Close options',
  loading: 'One moment…',
  notLoaded: 'The options could not be loaded.',
  tryAgain: 'Try again',

  split: 'Split by',
  each: 'People in each room',
  oneLessEach: 'One person fewer in each room',
  oneMoreEach: 'One person more in each room',
  eachMin: 'A room needs somebody in it.',
  eachMax: 'That is everybody in one room.',
  eachMaxSeats: (most: number) => `A room has ${seats(most)}.`,
  /** Fewer in each would take more rooms than there can be. */
  eachAtLimit: (most: number) => `${rooms(most)} is the limit.`,

  seats: 'Seats',
  seatsEach: 'Seats in each room',
  seatsIn: (room: string) => `Seats in ${room}`,
  oneSeatLess: 'One seat fewer',
  oneSeatMore: 'One seat more',
  seatsMin: 'A room has at least one seat.',
  seatsMax: (most: number) => `The service allows ${seats(most)} in a room.`,
  seatsMaxUnsaid: (most: number) =>
    `The service does not say how many it allows. The kit plans with ${String(most)} at most.`,
  asMany: 'As many as the service allows',
  asManySet: (most: number) => `As many as the service allows: ${String(most)}.`,
  seatsAgain: (most: number) => `As many seats as the service allows: ${String(most)} in each room.`,
  seatsNow: (count: number) => `${seats(count)} in each room.`,
  roomSeatsNow: (room: string, count: number) => `${seats(count)} in ${room}.`,
  ownSeats: 'Rooms with seats of their own',
  sameAsOthers: 'Same as the others',
  sameAsOthersFor: (room: string) => `Same as the others: ${room}`,
  roomSeatsAgain: (room: string, count: number) =>
    `${room} has as many seats as the others: ${String(count)}.`,
  seatsInRoom: 'Seats in this room',
  roomsOver: (count: number) =>
    count === 1 ? '1 room has more people than seats' : `${rooms(count)} have more people than seats`,

  whileOpen: 'While the rooms are open',
  minutes: 'Minutes',
  oneMinuteLess: 'One minute less',
  oneMinuteMore: 'One minute more',
  minutesMin: 'A minute is the least.',
  minutesMax: (most: number) => `${String(most)} minutes is the most.`,

  rules: 'Rules',
  noRules: 'No rules yet. Select people and choose Keep together or Keep apart, or add a rule here.',
  together: 'Keep together',
  apart: 'Keep apart',
  rule: (kind: 'together' | 'apart', who: readonly string[], left: number) =>
    `${kind === 'together' ? 'Keep together' : 'Keep apart'}: ${withLeft(who, left)}`,
  removeRule: 'Remove',
  removeThisRule: (rule: string) => `Remove ${rule}`,
  broken: { together: 'They sit in several rooms.', apart: 'Some share a room.' },
  contradicts: 'Contradicts another rule.',
  tooMany: (count: number, most: number) => `${people(count)} do not fit in a room of ${String(most)}.`,
  tooFewRooms: (count: number, most: number) =>
    `${people(count)} cannot each have their own of ${rooms(most)}.`,
  cannotBoth: (who: readonly string[]) =>
    `${names(who)} cannot be both together and apart. Remove one of the rules.`,
  splitAgain: 'Split again',
  leadEach: 'One lead in each room',
  leaderless: (count: number) => (count === 1 ? '1 room has no lead' : `${rooms(count)} have no lead`),
  leadHow: 'Make somebody room lead in their menu.',
  leadEachOn: 'Each room is to have a lead.',
  leadEachOff: 'Rooms need no lead.',
  addRule: 'Add a rule',
  newRule: 'New rule',
  kindOfRule: 'Kind of rule',
  peopleOfRule: 'People of the rule',
  takeOut: (who: string) => `Take ${who} out of the rule`,
  nobodyFound: 'Nobody by that name.',
  moreFound: (count: number) => `${String(count)} more. Type a name.`,
  atLeastTwo: 'Choose two people or more.',
  saysThatAlready: 'There is this rule already.',
  add: 'Add rule',
  cancel: 'Cancel',
  /** Nobody is moved by a rule; the next split holds to it. */
  added: (kind: 'together' | 'apart', who: readonly string[], kept: boolean) =>
    `${who.length > 4 ? people(who.length) : names(who)} ${kind === 'together' ? 'stay together' : 'stay apart'}${kept ? '.' : ' from the next split on.'}`,
  removed: 'Rule removed.',

  /* on a person whose seat breaks a rule */
  shouldSitWith: (who: readonly string[]) => `should be in one room with ${names(who)}`,
  shouldNotSitWith: (who: readonly string[]) => `should not share a room with ${names(who)}`,

  rounds: 'Rounds',
  roundsAhead: 'Rounds planned ahead',
  oneRoundLess: 'One round fewer',
  oneRoundMore: 'One round more',
  roundsMin: 'Two rounds are the fewest to plan ahead.',
  roundsMax: (most: number) => `${String(most)} rounds are the most.`,
  planRounds: (count: number) => `Plan ${String(count)} rounds`,
  planning: 'Planning…',
  meetNew: 'Meet new people',
  roundOf: (round: number, of: number) =>
    of > round ? `Round ${String(round)} of ${String(of)}` : `Round ${String(round)}`,
  /** What came of it. `bound`: fewer pairs than that cannot be reached, whoever plans. */
  repeats: (count: number, bound: number, roundCount: number) => {
    const [how, over] = roundCount === 1 ? ['again', ''] : ['twice', ` in ${String(roundCount)} rounds`];
    if (count === 0) return `Nobody meets ${how}${over}.`;
    const said = `${pairs(count)} ${meet(count)} ${how}${over}.`;
    if (bound >= count) return `${said} Fewer is not possible.`;
    return bound > 0 ? `${said} Fewer than ${String(bound)} is not possible.` : said;
  },

  /** The last step of the draft, as the undo button names it. */
  changes: {
    together: (who: readonly string[], left: number) => `keep ${withLeft(who, left)} together`,
    apart: (who: readonly string[], left: number) => `keep ${withLeft(who, left)} apart`,
    rule: 'a rule that was removed',
    rules: 'the rules',
    leadEach: 'one lead in each room',
    seats: 'the seats in each room',
    seatsOf: (room: string) => `the seats in ${room}`,
    opening: 'how to open',
    split: 'how to split',
    minutes: 'the length of the round',
    late: 'where people go who join late',
    rounds: 'the rounds planned ahead',
  },
};
