/** Scenes of open rooms, as the moderator sees them. */
import { ingrid, people, yusuf } from './people.js';
import { seatEverybody } from './planning.js';
import { createScene, type Scene, type SceneOptions } from './scene.js';

/** Who sits where on the sheet of the live desk. Liam has left; Tom is with Pricing. */
const seats: readonly (readonly string[])[] = [
  ['tom', 'priya', 'omar', 'grace', 'lucas', 'amara'],
  ['jonas', 'maria-1', 'elif', 'chidi', 'sofia', 'noah'],
  ['mei', 'maria-2', 'lena', 'alexandria'],
  ['diego', 'hana', 'wei'],
];
/** These are in their rooms, and their kits say so. */
const there = [
  'tom',
  'priya',
  'omar',
  'grace',
  'lucas',
  'jonas',
  'maria-1',
  'elif',
  'mei',
  'maria-2',
  'lena',
  'diego',
  'hana',
];

/** These have said yes and are not there yet. */
const onTheWay = ['alexandria', 'wei'];

/** What a live scene can be told besides. */
export interface LiveOptions extends SceneOptions {
  /** People whose own application has no kit: where they are follows from the invitation. */
  readonly withoutKit?: readonly string[];
  /** A second round: the first was opened and closed again. */
  readonly again?: boolean;
}

/** Ana has just pressed Open: the service has the order, and has not answered. */
export async function opening(options: LiveOptions = {}): Promise<Scene> {
  const scene = createScene({ ...options, people: people.filter(({ id }) => id !== 'liam') });
  const { actions } = scene.session('ana');
  for (const id of there) if (!options.withoutKit?.includes(id)) scene.session(id);
  await scene.pass(200);
  seatEverybody(scene, seats);
  if (options.again) {
    void actions.openRooms();
    await scene.pass(500);
    void actions.closeNow();
    await scene.pass(500);
    actions.planAgain();
    await scene.pass(5000);
  }
  actions.setLead({ people: ['priya', 'jonas', 'mei'], on: true });
  return scene;
}

/** The rooms are open, all are asked, nobody has answered. */
export async function invited(options: LiveOptions = {}): Promise<Scene> {
  const scene = await opening({
    ...options,
    scripts: {
      ...Object.fromEntries((options.withoutKit ?? []).map((id) => [id, 'accepts' as const])),
      chidi: { does: 'declines', after: 4000 },
      ...options.scripts,
    },
  });
  void scene.session('ana').actions.openRooms();
  await scene.pass(500);
  return scene;
}

/** Most are in their rooms; one is asked, two are on the way, two did not answer, one declined; two came late. */
export async function open(options: LiveOptions = {}): Promise<Scene> {
  const scene = await invited(options);
  const { actions } = scene.session('ana');
  await scene.pass(2500);
  for (const id of there)
    if (!options.withoutKit?.includes(id)) void scene.session(id).actions.acceptInvite();
  await scene.pass(30_000);
  scene.join(yusuf);
  scene.join(ingrid);
  for (const id of onTheWay) scene.session(id);
  await scene.pass(20_000);
  void actions.inviteAgain({ people: ['amara', ...onTheWay] });
  await scene.pass(11_000);
  // The service does not let them in yet.
  for (const person of onTheWay) scene.meeting.faults.add({ kind: 'silent', call: 'join', person });
  for (const id of onTheWay) void scene.session(id).actions.acceptInvite();
  await scene.pass(1000);
  return scene;
}

/** The sheet of the live desk: with a time, a message that most have seen, and two calls for help, one of them Tom's. */
export async function running(options: LiveOptions = {}): Promise<Scene> {
  const scene = await invited({ again: true, ...options });
  const { actions, store } = scene.session('ana');
  await scene.pass(2500);
  for (const id of there) void scene.session(id).actions.acceptInvite();
  await scene.pass(5000);
  actions.announce({ text: 'Please open the shared notes.' });
  await scene.pass(500);
  const [message] = store.getState().announcements;
  for (const id of there.filter((person) => person !== 'tom'))
    scene.session(id).actions.seeAnnouncement({ id: message?.id ?? '' });
  await scene.pass(160_000);
  scene.session('elif').actions.askForHelp();
  scene.session('mei').actions.askForHelp();
  await scene.pass(1000);
  scene.session('tom').actions.claimHelp({ person: 'elif' });
  await scene.pass(47_000);
  scene.join(yusuf);
  scene.join(ingrid);
  for (const id of onTheWay) scene.session(id);
  await scene.pass(20_000);
  void actions.inviteAgain({ people: ['amara', ...onTheWay] });
  await scene.pass(11_000);
  for (const person of onTheWay) scene.meeting.faults.add({ kind: 'silent', call: 'join', person });
  for (const id of onTheWay) void scene.session(id).actions.acceptInvite();
  await scene.pass(1000);
  actions.setTimeLeft({ ms: (12 * 60 + 40) * 1000 });
  return scene;
}

/** The same, and three people would like more time. */
export async function moreTimeWanted(options: LiveOptions = {}): Promise<Scene> {
  const scene = await running(options);
  scene.session('ana').actions.setTimeLeft({ ms: 95_000 });
  await scene.pass(500);
  for (const id of ['priya', 'omar', 'lena']) scene.session(id).actions.askForTime();
  await scene.pass(500);
  return scene;
}

/** The time is up: the rooms close by themselves. */
export async function timeIsUp(options: LiveOptions = {}): Promise<Scene> {
  const scene = await running(options);
  scene.session('ana').actions.setTimeLeft({ ms: 4000 });
  await scene.pass(10_000);
  return scene;
}

/** Tom has taken over from Ana. */
export async function tomDrives(options: LiveOptions = {}): Promise<Scene> {
  const scene = await running(options);
  await scene.pass(500);
  scene.session('tom').actions.takeOver();
  await scene.pass(500);
  return scene;
}

/** Kits cannot talk in this meeting: the service moves people and calls them back. */
export async function withoutWire(options: LiveOptions = {}): Promise<Scene> {
  const scene = await invited({ ...options, profile: 'guide', withoutKit: there });
  await scene.pass(5000);
  scene.session('ana').actions.setTimeLeft({ ms: (12 * 60 + 40) * 1000 });
  return scene;
}

/** While Ana was planning, Tom opened rooms of his own. */
export async function openedByTom(options: LiveOptions = {}): Promise<Scene> {
  const scene = createScene(options);
  scene.session('ana');
  const { actions } = scene.session('tom');
  await scene.pass(200);
  seatEverybody(scene, seats);
  actions.setRoomCount(4);
  void actions.openRooms();
  await scene.pass(500);
  return scene;
}

/** Ana has pressed End rooms six seconds ago. */
export async function closing(options: LiveOptions = {}): Promise<Scene> {
  const scene = await open(options);
  await scene.pass(9000);
  void scene.session('ana').actions.endRooms();
  await scene.pass(6000);
  return scene;
}

/** The rooms are closed; two people without a kit are not back yet, and nobody can bring them. */
export async function leftBehind(options: LiveOptions = {}): Promise<Scene> {
  const scene = await open({ withoutKit: ['grace', 'hana'], ...options });
  await scene.pass(9000);
  void scene.session('ana').actions.closeNow();
  await scene.pass(2000);
  return scene;
}

/** The rooms are closed; two people's rooms are slow to let them go. */
export async function closed(options: LiveOptions = {}): Promise<Scene> {
  const scene = await open(options);
  await scene.pass(9000);
  for (const person of ['grace', 'hana'])
    scene.meeting.faults.add({ kind: 'silent', call: 'disconnect', person });
  void scene.session('ana').actions.closeNow();
  await scene.pass(2000);
  return scene;
}

/** Everybody is back. */
export async function everyoneBack(options: LiveOptions = {}): Promise<Scene> {
  const scene = await open(options);
  await scene.pass(9000);
  void scene.session('ana').actions.endRooms();
  await scene.pass(40_000);
  return scene;
}
