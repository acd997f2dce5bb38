// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames, type SimulatedRoom } from '../../src/simulator.js';
import { stage } from './stage.js';

const fire = (room: SimulatedRoom, type = 'x') => room.dispatchEvent({ type });

describe.each(profileNames)('7 and 12.1 Listening, build %s', (profile) => {
  test('added twice, called twice; one removal takes one away', () => {
    const room = stage(profile).room('Bo');
    let calls = 0;
    const listener = () => void (calls += 1);
    room.addEventListener('x', listener);
    room.addEventListener('x', listener);
    fire(room);
    expect(calls).toBe(2);
    room.removeEventListener('x', listener);
    fire(room);
    expect(calls).toBe(3);
  });

  test('removing what is not there is ignored', () => {
    const room = stage(profile).room('Bo');
    const [known, unknown] = [() => undefined, () => undefined];
    expect(() => room.removeEventListener('never', unknown)).not.toThrow();
    room.addEventListener('x', known);
    room.removeEventListener('x', unknown);
    expect(room.eventsList['x']).toHaveLength(1);
  });

  test('a listener that removes itself makes the next one be skipped', () => {
    const room = stage(profile).room('Bo');
    const called: string[] = [];
    const first = () => {
      called.push('first');
      room.removeEventListener('x', first);
    };
    room.addEventListener('x', first);
    room.addEventListener('x', () => void called.push('second'));
    room.addEventListener('x', () => void called.push('third'));
    fire(room);
    expect(called).toEqual(['first', 'third']);
  });

  test('a listener added during the dispatch runs in it', () => {
    const room = stage(profile).room('Bo');
    const called: string[] = [];
    room.addEventListener('x', () => {
      called.push('first');
      room.addEventListener('x', () => void called.push('added'));
    });
    fire(room);
    expect(called).toEqual(['first', 'added']);
  });

  test('a throwing listener stops the rest, and the exception comes out', async () => {
    const at = stage(profile);
    const called: string[] = [];
    const error = new Error('listener');
    at.room('Bo').addEventListener('user-connected', () => {
      throw error;
    });
    at.room('Bo').addEventListener('user-connected', () => void called.push('second'));
    expect(() => fire(at.room('Bo'), 'user-connected')).toThrow(error);
    at.meeting.join('Eve');
    await at.settle();
    expect(called).toEqual([]);
    expect(at.meeting.uncaught()).toEqual([{ person: 'Bo', error }]);
    expect([...at.room('Bo').userList.values()].map(({ name }) => name)).toContain('Eve');
  });

  test('what is no function throws only when it is called; an event without a type throws', () => {
    const room = stage(profile).room('Bo');
    room.addEventListener('x', 'not a function' as never);
    expect(() => fire(room)).toThrow(TypeError);
    expect(() => fire(room, '')).toThrow(Error);
    expect(() => fire(room, 'constructor')).not.toThrow();
  });

  test('on, off and emit are the same three', () => {
    const room = stage(profile).room('Bo');
    const called: unknown[] = [];
    const listener = (event: { readonly type?: unknown }) => void called.push(event.type);
    room.on('x', listener);
    room.emit({ type: 'x' });
    room.off('x', listener);
    room.emit({ type: 'x' });
    expect(called).toEqual(['x']);
  });
});
