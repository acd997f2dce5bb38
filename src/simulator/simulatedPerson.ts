/** A person of a simulated meeting, as tests, stories and scripts hold one. */
import type { Engine } from './engine.js';
import type { Inside } from './breakoutRoom.js';
import { createMainRoom, type MainRoom } from './simulatedRoom.js';
import type { Person, Seat } from './network.js';
import type { RosterRole } from './people.js';
import { switchRole } from './roles.js';
import type { SimulatedRoom } from './roomShape.js';
import type { LocalStream } from './streams.js';
import { tellSilence } from './ownStream.js';
import { shareScreen } from './screenShare.js';
import { toneFrequency } from './tones.js';

/** A person of a simulated meeting. */
export interface SimulatedPerson {
  /** How the meeting calls this person, for ever. */
  readonly id: string;
  readonly name: string;
  readonly userRef: string;
  readonly role: RosterRole;
  /** Today's id in the main room; the last one while away. */
  readonly clientId: string;
  /** Whether the server has this person in the main room. */
  readonly present: boolean;
  /** This person's tone in Hz. */
  readonly tone: number;
  /** The EnxRoom-shaped object of the main room, made when first read. Another one after a reload. */
  readonly room: SimulatedRoom;
  /** The person's own stream in the main room; undefined when none is published. */
  readonly localStream: LocalStream | undefined;
  /** The EnxRoom-shaped objects of the breakout rooms this person is connected to. */
  readonly breakoutRooms: readonly SimulatedRoom[];
  /** Joins as an application without a kit would: joins, then pauses the main room. */
  readonly accept: (roomId: unknown) => void;
  /** Declines, where the build has a way to. */
  readonly decline: (roomId: unknown) => void;
  /** Tells of every breakout room this person gets into by {@link SimulatedPerson.accept} or by force. */
  readonly whenInside: (tell: (room: SimulatedRoom) => void) => void;
  /** Leaves the meeting properly, breakout rooms first. */
  readonly leave: () => void;
  /** Vanishes: the tab is closed, nothing is said. */
  readonly dropOff: () => void;
  /** Loses all sockets, with what that fires here and at the others. */
  readonly cutNetwork: () => void;
  /** Finds the network again, under a new client id unless the meeting says otherwise. */
  readonly restoreNetwork: () => void;
  /** Loses only the socket of the breakout rooms. */
  readonly cutBreakout: () => void;
  readonly restoreBreakout: () => void;
  /** Loads the page anew: everything of it is gone, and `room` is another object that connects. */
  readonly reload: () => void;
  /** Gives this person a role, as the service would. */
  readonly setRole: (role: RosterRole) => void;
  /** Mutes or unmutes this person in all rooms, as a moderator would. */
  readonly hardMute: (muted: boolean) => void;
  /** Whether this person is saying something. Default true: tones are steady. */
  readonly speak: (speaking: boolean) => void;
  /** Shares the screen, or stops, in the breakout room one is in; otherwise in the main room. */
  readonly shareScreen: (on: boolean) => void;
  /** Whose sound reaches this person, by person id, in the main room or in the breakout room with that id. */
  readonly hears: (roomId?: string) => ReadonlySet<string>;
}

/** A person with what the meeting may do to them. */
export interface HeldPerson extends SimulatedPerson {
  /** Whether the room object was made. */
  readonly acts: () => boolean;
  readonly main: () => MainRoom | undefined;
  readonly arrive: () => void;
}

/** Makes the handle of a person; `begin` is called with each new room object. */
export function createPerson(
  engine: Engine,
  person: Person,
  begin: (self: SimulatedPerson) => void,
): HeldPerson {
  const { network, server } = engine;
  let main: MainRoom | undefined;
  const inside = new Set<(room: SimulatedRoom) => void>();

  const insides = (): Inside[] => (main ? [...main.insides] : []);
  const connected = () => insides().filter((each) => each.sdk.room.state !== 0);
  const goAway = () => {
    for (const seat of person.breakouts.values()) server.leave(seat);
    if (person.seat) network.rise(person.seat);
  };
  const open = (when: 'now' | 'soon'): MainRoom => {
    const opened = createMainRoom(engine, person);
    main = opened;
    if (person.seat) opened.connect(person.seat, when);
    else opened.vanish();
    inside.clear();
    begin(self);
    return opened;
  };
  const seatIn = (roomId: string | undefined): Seat | undefined =>
    roomId === undefined ? person.seat : person.breakouts.get(roomId);

  const self: HeldPerson = {
    id: person.id,
    name: person.name,
    userRef: person.userRef,
    tone: toneFrequency(person.index),
    get role() {
      return person.role;
    },
    get clientId() {
      return person.clientId;
    },
    get present() {
      return person.seat !== undefined;
    },
    get room() {
      return (main ?? open('now')).sdk.room;
    },
    get localStream() {
      return (main ?? open('now')).localStream;
    },
    get breakoutRooms() {
      return connected().map((each) => each.sdk.room);
    },
    accept(roomId) {
      const { room } = self;
      const call = room.joinBreakOutRoom;
      call?.(
        { role: 'participant', room_id: roomId },
        { audio: true, video: false, screen: false, canvas: false },
        (success: unknown) => {
          const joined = (Object(success) as { readonly room?: SimulatedRoom }).room;
          if (!joined) return;
          for (const tell of inside) tell(joined);
          tellPaused(joined);
        },
      );
      const tellPaused = (joined: SimulatedRoom) => {
        room.pauseRoom?.(() => undefined);
        const back = () => void room.resumeRoom?.(() => undefined);
        joined.addEventListener('room-disconnected', back);
      };
      if (engine.profile.joinTruth === 'callback') return;
      const arrived = (event: { readonly room?: unknown }) => {
        if (event.room) tellPaused(event.room as SimulatedRoom);
        engine.after(0, () => room.removeEventListener('breakout-room-connected', arrived), person.id);
      };
      room.addEventListener('breakout-room-connected', arrived);
    },
    decline(roomId) {
      const { reject } = engine.profile.names;
      const method = reject === null ? undefined : (self.room as unknown as Record<string, unknown>)[reject];
      if (typeof method === 'function') Reflect.apply(method, self.room, [roomId, () => undefined]);
    },
    whenInside(tell) {
      inside.add(tell);
      self.room.addEventListener('breakout-room-connected', ({ room }) => {
        if (room) tell(room as SimulatedRoom);
      });
    },
    leave() {
      for (const each of connected()) each.sdk.room.disconnect?.();
      if (main) main.sdk.room.disconnect?.();
      else goAway();
    },
    dropOff() {
      main?.vanish();
      goAway();
    },
    cutNetwork() {
      const { room } = self;
      if (room.state !== 2) return;
      main?.cutNetwork();
      goAway();
    },
    restoreNetwork: () => main?.restoreNetwork(() => network.sit(person, network.main, person.role)),
    cutBreakout: () => connected().forEach((each) => each.cut()),
    restoreBreakout: () => insides().forEach((each) => each.restore()),
    reload() {
      main?.vanish();
      goAway();
      network.sit(person, network.main, person.role);
      open('soon');
    },
    setRole(role) {
      person.role = role;
      if (person.seat) switchRole(network, person.seat, role);
    },
    hardMute(muted) {
      person.hardMuted = muted;
      const rooms = main ? [main.sdk, ...connected().map((each) => each.sdk)] : [];
      for (const sdk of rooms) {
        for (const stream of sdk.own.values()) if (!stream.screen) stream.hardAudioMuted = muted;
        tellSilence(sdk, 'audio');
        sdk.emit(muted ? 'hardmute-user-audio' : 'hardunmute-user-audio', {
          message: { clientId: sdk.room.clientId },
        });
      }
    },
    speak(speaking) {
      person.speaking = speaking;
      for (const seat of [person.seat, ...person.breakouts.values()])
        if (seat) network.soundChanged(seat.room);
    },
    shareScreen(on) {
      const room = connected()[0]?.sdk ?? main?.sdk;
      if (room) shareScreen(room, on);
    },
    hears(roomId) {
      const listener = seatIn(roomId);
      const heard = new Set<string>();
      if (!listener) return heard;
      for (const talker of engine.talkers.of(listener.room)) {
        if (engine.talkers.reaches(talker.seat, talker.streamId, listener)) heard.add(talker.seat.person.id);
      }
      return heard;
    },
    acts: () => main !== undefined,
    main: () => main,
    arrive() {
      if (person.seat) return;
      network.sit(person, network.main, person.role);
      if (main) open('soon');
    },
  };
  return self;
}
