/** Creations that succeed with something else than the rooms that were asked for. */
import type { Ack } from './connection.js';
import type { Call, Sdk } from './sdk.js';

/** A creation with something else in it than rooms, when a fault wants that. */
export function oddly(sdk: Sdk, call: Call, ack: Ack): Ack {
  const { faults, random } = sdk.engine;
  const odd = faults.strike('odd-create', { call: call.name, person: sdk.person.id });
  const rooms =
    ack.kind === 'result'
      ? (ack.payload as { readonly msg?: { readonly rooms?: unknown } }).msg?.rooms
      : undefined;
  if (!odd || !Array.isArray(rooms)) return ack;
  const ids = rooms as unknown[];
  const altered = (): unknown => {
    if (typeof odd.rooms !== 'string') return odd.rooms;
    switch (odd.rooms) {
      case 'fewer':
        return ids.slice(0, -1);
      case 'more':
        return [...ids, random.id('room')];
      case 'duplicates':
        return ids.map(() => ids[0]);
      case 'objects':
        return ids.map((id) => (typeof id === 'string' ? { _id: id } : id));
      case 'none':
        return [];
      case 'absent':
        return undefined;
    }
  };
  const changed = altered();
  return { kind: 'result', payload: { result: 0, msg: changed === undefined ? {} : { rooms: changed } } };
}
