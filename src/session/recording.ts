/**
 * A moderator's kit writes down what happens to people from the first opening it sees. It compares people with what it noted
 * of them last, and looks only at those who changed: after each event, and when facts that waited were taken in.
 */
import { canBeSplit } from '../state/roster.js';
import type {
  Evidence,
  HelpCall,
  Person,
  PersonKey,
  Place,
  RecordKind,
  RecordLine,
  RoomKey,
  Seats,
  State,
} from '../state/types.js';
import { VersionedMap } from '../state/versionedMap.js';
import { isLive } from '../state/view/rooms.js';
import type { Core } from './core.js';

/** The recorder of one session. */
export interface Recording {
  /** Notes what has changed since the last look. */
  readonly look: () => void;
  /** Writes down what was noted. */
  readonly flush: () => void;
}

/** What was noted of somebody. */
interface Noted {
  person: Person;
  stay: (Stay & { readonly round: number; readonly wall: number }) | null;
  /** What they were last asked, or answered. */
  said: string | null;
  /** When their connection was lost, as long as nobody knows whether they come back, or where they are since. */
  cutAt: number | null;
}

interface Stay {
  readonly roomKey: RoomKey;
  readonly since: number;
  readonly evidence: Evidence;
}

/** Makes it. */
export function createRecording({
  state,
  dispatch,
  clock,
}: Pick<Core, 'state' | 'dispatch' | 'clock'>): Recording {
  let lines: RecordLine[] = [];
  /** The state at the last look; `null` while this person does not moderate. */
  let seen: State | null = null;
  let hasBegun = false;
  let wasLive = false;
  let seats: Seats = new Map();
  let help: ReadonlyMap<PersonKey, HelpCall> = new Map();
  const noted = new Map<PersonKey, Noted>();

  /** A moment of the session's clock as people write it. */
  const wallOf = (moment: number) => Math.round(clock.wall() - (clock.now() - moment));
  const write = (
    what: RecordKind,
    wall: number,
    { person = null, roomKey = null, evidence = null, round = state().round.number }: About = {},
  ) => {
    const room = roomKey === null ? undefined : roomNamed(state(), roomKey);
    lines.push({
      at: wall,
      round,
      what,
      person: person?.key ?? null,
      name: person?.name ?? null,
      userRef: person?.userRef ?? null,
      roomNumber: room?.number ?? null,
      roomName: room?.name ?? null,
      evidence,
    });
  };
  /** Something that has just become known. */
  const now = () => wallOf(clock.now());

  const leave = (of: Noted) => {
    if (!of.stay) return;
    const { roomKey, round } = of.stay;
    write('left', of.cutAt === null ? now() : wallOf(of.cutAt), { person: of.person, roomKey, round });
    of.stay = null;
  };
  const stayIn = (of: Noted, stay: Stay) => {
    const isSame = of.stay?.roomKey === stay.roomKey && of.stay.since === stay.since;
    if (isSame && of.stay?.evidence === stay.evidence) return;
    if (!isSame) leave(of);
    const { wall, round } = of.stay ?? { wall: wallOf(stay.since), round: state().round.number };
    of.stay = { ...stay, wall, round };
    // Of the same stay it is the same fact, and surer now.
    write('joined', wall, { person: of.person, roomKey: stay.roomKey, evidence: stay.evidence, round });
  };
  const answer = (of: Noted, place: Place) => {
    const what = ANSWERS[place.at];
    const said =
      what === undefined || place.at === 'main'
        ? null
        : `${place.at} ${place.roomKey} ${String(place.since)}`;
    if (said === of.said) return;
    of.said = said;
    if (what === undefined || place.at === 'main' || !wasLive) return;
    // Of an invitation nobody answered it is known since when it was open.
    const wall = what === 'no-answer' ? now() : wallOf(place.since);
    write(what, wall, { person: of.person, roomKey: place.roomKey });
  };
  const gone = (of: Noted) => {
    leave(of);
    if (wasLive && canBeSplit(of.person))
      write('went', of.cutAt === null ? now() : wallOf(of.cutAt), { person: of.person });
    noted.delete(of.person.key);
  };
  const compare = (key: PersonKey, isFirst: boolean) => {
    const person = state().people.get(key);
    const known = noted.get(key);
    if (!person) {
      if (known) gone(known);
      return;
    }
    const of: Noted = known ?? { person, stay: null, said: null, cutAt: null };
    of.person = person;
    if (!known) {
      noted.set(key, of);
      if (!isFirst && wasLive && canBeSplit(person)) write('came', wallOf(person.joinedAt), { person });
    }
    if (person.clientId === null || person.backAt !== null) {
      of.cutAt ??= person.awayUntil === null ? clock.now() : person.awayUntil - state().times.kept;
      return;
    }
    const stay = stayOf(person);
    if (stay) stayIn(of, stay);
    else leave(of);
    of.cutAt = null;
    answer(of, person.place);
  };
  /** Seats that a moderator changed: from one room to another, or to main. Who comes to their first is asked, and that is written. */
  const moves = (after: Seats) => {
    if (after === seats) return;
    for (const [key, before] of seats) {
      const to = after.get(key);
      const of = to === before ? undefined : noted.get(key);
      if (of) write('moved', now(), { person: of.person, roomKey: to ?? null });
    }
    seats = after;
  };
  const calls = (after: ReadonlyMap<PersonKey, HelpCall>) => {
    if (after === help) return;
    for (const [key, { since, roomKey }] of after) {
      const person = state().people.get(key);
      if (person && help.get(key)?.since !== since) write('asked-help', wallOf(since), { person, roomKey });
    }
    help = after;
  };

  return {
    look() {
      const current = state();
      if (current === seen) return;
      if (current.self.role !== 'moderator') {
        seen = null;
        return;
      }
      const live = isLive(current);
      if (!hasBegun && !live) return;
      const before = seen;
      seen = current;
      const isFirst = !hasBegun;
      hasBegun = true;
      if (live && !wasLive) {
        write('opened', wallOf(current.round.openedAt ?? clock.now()));
        seats = current.plan.seats;
        help = NO_CALLS;
        wasLive = true;
      }
      if (wasLive) moves(current.plan.seats);
      for (const key of changed(before, current, noted)) compare(key, isFirst);
      if (wasLive) calls(current.help);
      if (!live && wasLive) {
        wasLive = false;
        write('closed', wallOf(current.round.closedAt ?? clock.now()));
      }
    },
    flush() {
      if (lines.length === 0) return;
      const kept = lines;
      lines = [];
      dispatch({ type: 'record.kept', lines: kept });
    },
  };
}

interface About {
  readonly person?: Person | null;
  readonly roomKey?: RoomKey | null;
  readonly evidence?: Evidence | null;
  readonly round?: number;
}

const NO_CALLS: ReadonlyMap<PersonKey, HelpCall> = new Map();

const ANSWERS: Readonly<Partial<Record<Place['at'], RecordKind>>> = {
  invited: 'invited',
  declined: 'declined',
  'no-answer': 'no-answer',
  failed: 'failed',
};

/** Asked to another room, people still are in theirs. */
const stayOf = ({ place, still }: Person): Stay | null => (place.at === 'in-room' ? place : still);

/** The room as it is called now. */
const roomNamed = ({ plan, rooms }: State, key: RoomKey) =>
  plan.rooms.find((room) => room.key === key) ?? rooms.get(key);

/** Who may be otherwise than at the last look. */
function changed(
  before: State | null,
  now: State,
  noted: ReadonlyMap<PersonKey, Noted>,
): Iterable<PersonKey> {
  if (before?.people === now.people) return [];
  const since =
    before?.people instanceof VersionedMap && now.people instanceof VersionedMap
      ? (now.people as VersionedMap<PersonKey, Person>).since(
          before.people as VersionedMap<PersonKey, Person>,
        )
      : null;
  return new Set(since ?? [...noted.keys(), ...now.people.keys()]);
}
