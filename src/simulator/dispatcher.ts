/**
 * Listening and dispatching as every build of the SDK does it, faults included: no de-duplication, and a walk over the live list.
 */
import type { EnxListener } from '../room/enxRoom.js';

/** An event on its way to listeners. */
export interface SimulatedEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** What a room object offers to those who listen. */
export interface Dispatcher {
  readonly addEventListener: (type: string, listener: EnxListener) => void;
  readonly removeEventListener: (type: string, listener: EnxListener) => void;
  /** Calls every listener of `event.type` at once. An exception stops the rest and reaches the caller. */
  readonly dispatchEvent: (event: SimulatedEvent) => void;
  /** The raw table: a list of listeners by event name. A name stays once it was used. */
  readonly eventsList: Record<string, EnxListener[]>;
  readonly on: Dispatcher['addEventListener'];
  readonly off: Dispatcher['removeEventListener'];
  readonly emit: Dispatcher['dispatchEvent'];
}

/** Makes a dispatcher without listeners. */
export function createDispatcher(): Dispatcher {
  // Event names are the SDK's own words or an application's, so the table has no prototype to trip over.
  const eventsList: Record<string, EnxListener[]> = Object.create(null) as Record<string, EnxListener[]>;
  const addEventListener = (type: string, listener: EnxListener) => {
    (eventsList[type] ??= []).push(listener);
  };
  const removeEventListener = (type: string, listener: EnxListener) => {
    const listeners = eventsList[type];
    const at = listeners?.indexOf(listener) ?? -1;
    if (at >= 0) listeners?.splice(at, 1);
  };
  const dispatchEvent = (event: SimulatedEvent) => {
    if (!event.type) throw new Error('Undefined event type');
    const listeners = eventsList[event.type];
    if (!listeners) return;
    // By index over the live list: one that leaves makes the next one be skipped, one that is added is still called.
    for (let at = 0; at < listeners.length; at += 1) (listeners[at] as EnxListener)(event);
  };
  return {
    addEventListener,
    removeEventListener,
    dispatchEvent,
    eventsList,
    on: addEventListener,
    off: removeEventListener,
    emit: dispatchEvent,
  };
}
