/** RealtimeKit's finished manager, alone on the page, over a meeting that only knows who is there. */
import { defineCustomElement } from '@cloudflare/realtimekit-ui/dist/components/rtk-breakout-rooms-manager.js';
import { crowdOf } from './crowd.js';
import { painted } from './painted.js';
import { stage } from './stage.js';
import type { Point } from './ground.js';

defineCustomElement();

interface Peer {
  readonly id: string;
  readonly customParticipantId: string;
  readonly displayName: string;
  readonly displayPictureUrl: string;
}

interface Meeting {
  readonly id: string;
  readonly title: string;
  readonly participants: readonly Peer[];
}

interface State {
  readonly parentMeeting: Meeting;
  readonly meetings: readonly Meeting[];
}

function meetingOf(people: number, rooms: number) {
  const peers = crowdOf(people)
    .slice(1)
    .map(({ id, name }) => ({ id, customParticipantId: id, displayName: name, displayPictureUrl: '' }));
  const state: State = {
    parentMeeting: { id: 'main', title: 'Main', participants: peers },
    meetings: Array.from({ length: rooms }, (_, at) => ({
      id: `room-${String(at + 1)}`,
      title: `Room ${String(at + 1).padStart(2, '0')}`,
      participants: [],
    })),
  };
  const permissions = {
    connectedMeetings: {
      canAlterConnectedMeetings: true,
      canSwitchConnectedMeetings: true,
      canSwitchToParentMeeting: true,
    },
    on() {},
    off() {},
  };
  const listeners = new Set<(state: State) => void>();
  return {
    meta: { meetingId: 'main' },
    self: { id: 'person-1', userId: 'person-1', customParticipantId: 'person-1', name: 'Host', permissions },
    participants: { joined: { toArray: () => [] } },
    connectedMeetings: {
      ...state,
      supportsConnectedMeetings: true,
      isActive: false,
      on(event: string, listener: (state: State) => void) {
        if (event === 'stateUpdate') listeners.add(listener);
      },
      off(_event: string, listener: (state: State) => void) {
        listeners.delete(listener);
      },
      getConnectedMeetings() {
        for (const listener of listeners) listener(state);
        return Promise.resolve(state);
      },
    },
  };
}

type Manager = HTMLElement & { meeting: unknown; roomConfig: unknown; states: unknown };

/** Longer than it takes to draw what is asked for here; `left` says whether it did. */
const DRAWN_MS = 2500;

let wanted = { people: 0, rooms: 0 };
let manager: Manager | undefined;

/** Through the shadow roots, which every part of it has. */
function* deep(root: ParentNode, selector: string): Generator<HTMLElement> {
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (element.matches(selector)) yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot, selector);
  }
}

const middle = (element: HTMLElement): Point => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
};

const inWindow = ({ y }: Point) => y > 0 && y < innerHeight;

const left = () =>
  [...deep(stage(), 'rtk-breakout-room-participants')].flatMap(({ shadowRoot }) => [
    ...(shadowRoot?.querySelectorAll('.participant-item') ?? []),
  ]).length;

Object.assign(globalThis, {
  bench: {
    prepare(scene: { readonly people: number; readonly rooms: number }) {
      wanted = scene;
    },
    async mount() {
      const element: unknown = document.createElement('rtk-breakout-rooms-manager');
      const made = element as Manager;
      made.meeting = meetingOf(wanted.people, wanted.rooms);
      made.states = {};
      // The step after "how many rooms": the one with the people in it.
      made.roomConfig = {
        rooms: wanted.rooms,
        step: 'participants-config',
        mode: 'create',
        applyingChanges: false,
      };
      manager = made;
      stage().append(made);
      // It draws itself in several turns. To ask it how far it is would cost what is to be measured.
      await new Promise((resolve) => void setTimeout(resolve, DRAWN_MS));
    },
    async unmount() {
      manager?.remove();
      await painted();
    },
    grip() {
      const row = [...deep(stage(), '.participant-item')][3];
      if (!row) throw new Error('The manager shows nobody.');
      return { ...middle(row), person: row.textContent };
    },
    /** There to be dropped on only while somebody is in hand. */
    rooms: () =>
      [...deep(stage(), '.message-container > p')].map((place) => middle(place)).filter((at) => inWindow(at)),
    /** How many have no room. */
    left,
    seatOf: () => (left() === wanted.people - 2 ? 1 : null),
    elements: () => [...deep(document, '*')].length,
  },
});
