/** One meeting of thirty people in which everything goes wrong that can, by a seed; and whoever was left behind by it. */
import { createRandom } from '../../src/random.js';
import type { Fault, PersonSpec } from '../../src/simulator.js';
import { outside } from '../../src/state/view/people.js';
import { createBatchClock } from './batchClock.js';
import { keyOf } from './given.js';
import { meet, PROFILES, type KitMeeting } from './meeting.js';
import { soundOf } from './sound.js';

const PEOPLE = 30;

/** How the rooms end. */
export const ENDS = [
  'the moderator ends the rooms',
  'the moderator closes them at once',
  'the moderator ends the rooms and vanishes',
  'the moderator ends the rooms, and loads the page anew in the grace',
  'the moderator closes them from a visit to a room',
] as const;

/** What a run may be told to do otherwise, to make a small story of a large one. */
export interface Told {
  readonly steps?: number;
  readonly log?: (line: string) => void;
}

/** Runs one meeting. Returns what was wrong at its end, in words; nothing when nobody was left behind. */
export async function holdMeeting(seed: number, { steps = 14, log }: Told = {}): Promise<readonly string[]> {
  const random = createRandom(seed);
  const chance = (likely: number) => random.next() < likely;
  const pick = <T>(items: readonly T[]): T => items[random.below(items.length)] as T;
  const profile = pick(PROFILES);
  const end = pick(ENDS);
  const hasSecond = chance(0.5);
  const clock = createBatchClock();
  const specs = new Map<string, PersonSpec & { readonly kit: boolean }>();
  for (let n = 1; n <= PEOPLE; n += 1) {
    const name = n === 1 ? 'Ana' : n === 2 && hasSecond ? 'Ben' : `P${String(n)}`;
    const leads = !name.startsWith('P');
    const kit = leads || chance(0.45);
    specs.set(name, {
      name,
      kit,
      ...(leads ? { role: 'moderator' as const } : {}),
      ...(chance(0.25) ? { muted: true } : {}),
      ...(chance(0.1) ? { hardMuted: true } : {}),
      ...(kit
        ? {}
        : {
            script: pick([
              'accepts',
              'accepts',
              { does: 'accepts' as const, after: [0, 8000] as const },
              { does: 'accepts' as const, stays: [1000, 30_000] as const },
              'declines',
              'ignores',
              'drops-off',
            ] as const),
          }),
    });
  }
  const names = [...specs.keys()];
  const people = await meet({
    profile,
    clock,
    seed,
    people: [...specs.values()].map(({ kit: _kit, ...spec }) => spec),
    withoutKit: names.filter((name) => !specs.get(name)?.kit),
    session: { times: { kept: 30_000 } },
    latency: 20,
  });
  const { meeting, kit, state, giveKit } = people;
  const withKit = names.filter((name) => specs.get(name)?.kit);
  const isHere = (name: string) => meeting.person(name).present;
  const say = (line: string) => log?.(`${String(Math.round(clock.now()))} ${line}`);
  say(`build ${profile}, ${end}${hasSecond ? ', two moderators' : ''}`);

  const ana = () => kit('Ana').actions;
  ana().setRoomCount(3 + random.below(3));
  if (chance(0.3)) ana().setOpening('move');
  void ana().openRooms();
  await clock.pass(1000 + random.below(3000));
  for (const name of withKit) if (chance(0.6) && name !== 'Ana') void kit(name).actions.acceptInvite();
  await clock.pass(random.below(3000));

  const cut = new Set<string>();
  /** Whether Ana's page saw it all: what people without a kit do is told once, and to nobody who comes later. */
  let sawAll = true;
  const someone = () => pick(names.filter((name) => name !== 'Ana'));
  const someKit = () => pick(withKit.filter((name) => name !== 'Ana'));
  const restore = (name: string) => {
    cut.delete(name);
    meeting.person(name).restoreNetwork();
    meeting.person(name).restoreBreakout();
  };
  const load = (name: string) => {
    meeting.person(name).reload();
    if (specs.get(name)?.kit) giveKit(name);
  };
  const deeds: Readonly<Record<string, () => string>> = {
    accept: () => {
      const name = someKit();
      void kit(name).actions.acceptInvite();
      return name;
    },
    decline: () => {
      const name = someKit();
      void kit(name).actions.declineInvite();
      return name;
    },
    return: () => {
      const name = someKit();
      void kit(name).actions.returnToMain();
      return name;
    },
    cancel: () => {
      const name = someKit();
      void kit(name).actions.cancelJoin();
      return name;
    },
    retry: () => {
      const name = someKit();
      void kit(name).actions.retryJoin();
      return name;
    },
    'go back': () => {
      const name = someKit();
      void kit(name).actions.goBack();
      return name;
    },
    listen: () => {
      const name = someKit();
      const wanted = pick(['paused', 'muted', 'listening'] as const);
      void kit(name).actions.setMainSound(wanted);
      return `${name} ${wanted}`;
    },
    cut: () => {
      const name = someone();
      cut.add(name);
      meeting.person(name).cutNetwork();
      return name;
    },
    'cut the room': () => {
      const name = someone();
      cut.add(name);
      meeting.person(name).cutBreakout();
      return name;
    },
    restore: () => {
      const [name] = cut;
      if (name !== undefined) restore(name);
      return name ?? 'nobody';
    },
    reload: () => {
      const name = someone();
      if (!isHere(name)) return 'nobody';
      cut.delete(name);
      load(name);
      return name;
    },
    leave: () => {
      const name = someone();
      if (specs.get(name)?.kit) void kit(name).dispose();
      try {
        meeting.leave(name);
      } catch {
        // The room’s own leaving throws by a fault: then the page is simply closed.
        meeting.person(name).dropOff();
      }
      return name;
    },
    move: () => {
      if (!isHere('Ana')) return 'nobody';
      const { plan, people: all } = state('Ana');
      if (plan.rooms.length === 0) return 'nobody';
      const to = chance(0.2) ? 'main' : pick(plan.rooms).key;
      const moved = Array.from({ length: 1 + random.below(4) }, () => pick([...all.keys()]));
      ana().movePeople({ people: moved.filter((key) => key !== state('Ana').self.key), to });
      return `${moved.join(', ')} to ${to}`;
    },
    'invite again': () => {
      const name = someone();
      if (![...state('Ana').people.values()].some((person) => person.name === name)) return 'nobody';
      void ana().inviteAgain({ people: [keyOf(state('Ana'), name)] });
      return name;
    },
    fault: () => {
      const fault: Fault = {
        ...pick(FAULTS),
        ...(chance(0.7) ? { person: meeting.person(someone()).id } : {}),
        times: 1 + random.below(3),
      };
      meeting.faults.add(fault);
      return JSON.stringify(fault);
    },
  };
  const act = async () => {
    const [what, deed] = pick(Object.entries(deeds));
    say(`${what}: ${deed()}`);
    await clock.pass(random.below(chance(0.7) ? 400 : 6000));
  };
  for (let step = 0; step < steps; step += 1) await act();

  if (end === ENDS[4] && state('Ana').plan.rooms.length > 0) {
    void ana().visitRoom({ roomKey: pick(state('Ana').plan.rooms).key });
    await clock.pass(3000);
  }
  say('the end begins');
  void (end === ENDS[1] || end === ENDS[4] ? ana().closeNow() : ana().endRooms());
  await clock.pass(random.below(500));
  for (let step = 0; step < 3; step += 1) await act();
  if (end === ENDS[2]) {
    say('Ana vanishes');
    sawAll = false;
    meeting.person('Ana').dropOff();
  }
  if (end === ENDS[3]) {
    say('Ana reloads');
    sawAll = false;
    load('Ana');
  }
  for (let step = 0; step < 3; step += 1) await act();
  await clock.pass(20_000);
  meeting.faults.clear();
  for (const name of cut) restore(name);
  say('all is well again');
  await clock.pass(150_000);
  if (!isHere('Ana')) {
    say('Ana comes back');
    meeting.join('Ana');
    giveKit('Ana');
    await clock.pass(10_000);
  }
  return whoIsLeft(people, specs, sawAll, say);
}

const FAULTS: readonly Fault[] = [
  { kind: 'silent', call: 'join' },
  { kind: 'silent', call: 'join', effect: false },
  { kind: 'silent', call: ['pause', 'mute'] },
  { kind: 'silent', call: ['resume', 'unmute'], effect: false },
  { kind: 'silent', call: 'disconnect' },
  { kind: 'silent', call: 'forcedJoin' },
  { kind: 'silent', call: 'invite' },
  { kind: 'error-ack', call: ['join', 'pause', 'resume'] },
  { kind: 'refused', code: 1729, call: ['join', 'forcedJoin'] },
  { kind: 'refused', code: 1138, call: ['pause', 'mute', 'resume', 'unmute'] },
  { kind: 'refused', code: 1138, call: 'invite' },
  { kind: 'late', ms: 12_000, call: ['join', 'pause', 'resume', 'mute', 'unmute'] },
  { kind: 'late', ms: 3000 },
  { kind: 'twice', ms: 500 },
  { kind: 'throws', call: ['join', 'disconnect', 'pause', 'resume'] },
  { kind: 'media-denied' },
  { kind: 'room-connection-fails' },
  { kind: 'late-room-error', ms: 2000 },
  { kind: 'event-dropped', event: ['user-joined-breakout-room', 'user-disconnected-breakout-room'] },
  { kind: 'event-dropped', event: ['join-breakout-room', 'breakout-room-destroyed'] },
  { kind: 'event-dropped', event: ['breakout-room-connected', 'breakout-room-error'] },
  { kind: 'event-late', ms: 2500 },
  {
    kind: 'event-late',
    ms: 800,
    event: ['room-disconnected', 'network-disconnected', 'breakout-room-joining'],
  },
  { kind: 'event-twice' },
  { kind: 'event-reordered' },
];

/** Everybody who is neither in main with their sound, nor named on a moderator's screen. */
async function whoIsLeft(
  { meeting, kit, state, clock }: KitMeeting,
  specs: ReadonlyMap<string, PersonSpec & { readonly kit: boolean }>,
  sawAll: boolean,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const here = [...specs.keys()].filter((name) => meeting.person(name).present);
  // What did not come back is said, with a remedy.
  for (const name of here)
    if (specs.get(name)?.kit && state(name).self.sound.failure) {
      say(`${name} restores the sound`);
      void kit(name).actions.restoreSound();
    }
  await clock.pass(5000);
  const named = new Set(
    here
      .filter((name) => specs.get(name)?.role === 'moderator')
      .flatMap((name) => {
        const screen = state(name);
        const { recallable, beyondRecall } = outside(screen);
        return [...recallable, ...beyondRecall].map((key) => screen.people.get(key)?.name);
      }),
  );
  const truth = meeting.truth();
  const seated = new Map(
    meeting.rooms().flatMap(({ id, members }) => members.map((member) => [member, id] as const)),
  );
  for (const name of here) {
    const spec = specs.get(name);
    const inRoom = truth.get(meeting.person(name).id)?.connectedTo[0] ?? seated.get(meeting.person(name).id);
    if (
      inRoom !== undefined &&
      !named.has(name) &&
      (sawAll || (spec?.kit === true && state(name).capabilities.wire))
    )
      wrong.push(`${name} is in ${inRoom} and nobody is told`);
    if (!spec?.kit) continue;
    const { self } = state(name);
    if ((self.at === 'main') === (inRoom !== undefined))
      wrong.push(`${name}'s screen says ${self.at}, and they are in ${inRoom ?? 'main'}`);
    if (inRoom !== undefined) continue;
    const { mainSilenced, streams } = soundOf(meeting, name);
    const [main] = streams;
    const causes = [main?.byPerson, main?.byModerator, main?.byPause, mainSilenced].map(String).join(' ');
    const asBefore = [spec.muted ?? false, spec.hardMuted ?? false, false, false].map(String).join(' ');
    if (causes !== asBefore)
      wrong.push(`${name}'s sound is (person, moderator, pause, main) ${causes} and was ${asBefore}`);
    if (self.sound.failure) wrong.push(`${name} is still told that sound failed`);
  }
  return wrong;
}

/** How many meetings are held, and how many in one test. */
export const SEEDS = 1000;
const EACH = 50;

/** The first seeds of the tests of one half, which begins with this one. */
export const shards = (first: number): readonly number[] =>
  Array.from({ length: SEEDS / 2 / EACH }, (_, shard) => first + shard * EACH);

/** Holds one test's meetings. Each line replays what was wrong. */
export async function holdMeetings(first: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let seed = first; seed < first + EACH; seed += 1)
    for (const line of await holdMeeting(seed)) wrong.push(`holdMeeting(${String(seed)}): ${line}`);
  return wrong;
}
