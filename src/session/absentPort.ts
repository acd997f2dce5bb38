/** The room before there is one: nothing is known, and every call says that the meeting is not joined. */
import type { RoomPort } from '../room/roomPort.js';
import { INITIAL_STATE } from '../state/initialState.js';
import { failure } from './core.js';

const notConnected = () => Promise.resolve({ ok: false as const, failure: failure('not-connected') });

/** Stands in for a room that the application has not joined yet. */
export const ABSENT_PORT: RoomPort = {
  capabilities: () => INITIAL_STATE.capabilities,
  attach: () => () => {},
  createRooms: notConnected,
  createAndInvite: notConnected,
  invite: notConnected,
  join: notConnected,
  decline: notConnected,
  visit: () => null,
  pauseMain: notConnected,
  resumeMain: notConnected,
  muteMain: notConnected,
  unmuteMain: notConnected,
  setMainMic: notConnected,
  ownSound: () => null,
  clearAll: notConnected,
  destroyAll: notConnected,
  send: notConnected,
};
