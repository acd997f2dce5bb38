// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/wire/messages.js';
import { createRateGate } from '../../src/wire/rate.js';

const withText = { ...KINDS, announce: { family: 'text' }, help: { family: 'text' } } as const;

describe('texts', () => {
  it('pass five times in any ten seconds, and again when the first is ten seconds old', () => {
    const gate = createRateGate(withText);
    const say = (at: number) => gate.admit({ from: 'ana', id: `t${at}`, kind: 'announce', at });
    expect([0, 1, 2, 3, 4_000].map(say)).toEqual([true, true, true, true, true]);
    expect([4_001, 9_999].map(say)).toEqual([false, false]);
    expect([10_000, 10_001].map(say)).toEqual([true, true]);
    expect([10_001.5, 10_002, 10_003, 10_004, 13_999].map(say)).toEqual([false, true, true, false, false]);
    expect(say(14_000)).toBe(true);
  });

  it('never pass more than five times in a window, however they are spread', () => {
    const gate = createRateGate(withText);
    const admitted: number[] = [];
    for (let at = 0; at < 60_000; at += 137) {
      if (gate.admit({ from: 'ana', id: `t${at}`, kind: 'help', at })) admitted.push(at);
    }
    for (const start of admitted) {
      expect(admitted.filter((at) => at >= start && at < start + 10_000).length).toBeLessThanOrEqual(5);
    }
    expect(admitted.length).toBe(30);
  });

  it('of different kinds count together, of different people apart', () => {
    const gate = createRateGate(withText);
    for (let n = 0; n < 5; n += 1)
      gate.admit({ from: 'ana', id: `t${n}`, kind: n % 2 ? 'help' : 'announce', at: 0 });
    expect(gate.admit({ from: 'ana', id: 't5', kind: 'help', at: 0 })).toBe(false);
    expect(gate.admit({ from: 'ben', id: 't5', kind: 'help', at: 0 })).toBe(true);
  });

  it('that were too many may be sent again later, under the same id', () => {
    const gate = createRateGate(withText);
    for (let n = 0; n < 5; n += 1) gate.admit({ from: 'ana', id: `t${n}`, kind: 'help', at: 0 });
    expect(gate.admit({ from: 'ana', id: 'last', kind: 'help', at: 5_000 })).toBe(false);
    expect(gate.admit({ from: 'ana', id: 'last', kind: 'help', at: 10_000 })).toBe(true);
  });

  it('do not get through faster when the clock goes back', () => {
    const gate = createRateGate(withText);
    for (let n = 0; n < 5; n += 1) gate.admit({ from: 'ana', id: `t${n}`, kind: 'help', at: 50_000 });
    expect(gate.admit({ from: 'ana', id: 't5', kind: 'help', at: 10_000 })).toBe(false);
  });
});

describe('requests', () => {
  it('pass ten times in any ten seconds, however many are sent, and do not use up what texts may', () => {
    const gate = createRateGate(withText);
    const picks = Array.from({ length: 500 }, (_, n) =>
      gate.admit({ from: 'eva', id: `p${n}`, kind: 'pick', at: n }),
    );
    expect(picks.filter(Boolean)).toHaveLength(10);
    expect(gate.admit({ from: 'eva', id: 't', kind: 'announce', at: 500 })).toBe(true);
    expect(gate.admit({ from: 'ben', id: 'p0', kind: 'pick', at: 500 })).toBe(true);
    expect(gate.admit({ from: 'eva', id: 'later', kind: 'pick', at: 10_000 })).toBe(true);
  });
});

describe('orders and reports', () => {
  it('are never dropped for being many', () => {
    const gate = createRateGate();
    for (let n = 0; n < 2_000; n += 1) {
      expect(gate.admit({ from: 'mod', id: `m${n}`, kind: n % 2 ? 'move' : 'here', at: 0 })).toBe(true);
    }
  });

  it('come through once, also when the service delivers them twice', () => {
    const gate = createRateGate();
    const order = { from: 'mod', id: 'm1', kind: 'recall', at: 0 } as const;
    expect([order, order, { ...order, at: 90_000 }].map(gate.admit)).toEqual([true, false, false]);
    expect(gate.admit({ ...order, from: 'other' })).toBe(true);
  });

  it('with odd ids are told apart like others', () => {
    const gate = createRateGate();
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const order = { from: '__proto__', id, kind: 'keep-open', at: 0 } as const;
      expect([gate.admit(order), gate.admit(order)]).toEqual([true, false]);
    }
  });
});

describe('the memory of the gate', () => {
  it('holds the last 32 ids of a sender, whatever others send', () => {
    const gate = createRateGate();
    const send = (from: string, n: number) => gate.admit({ from, id: `m${n}`, kind: 'move', at: 0 });
    for (let n = 0; n < 33; n += 1) send('mod', n);
    for (let n = 0; n < 500; n += 1) send('loud', n);
    expect(send('mod', 1)).toBe(false);
    expect(send('mod', 32)).toBe(false);
    expect(send('mod', 0)).toBe(true);
  });

  it('holds 6,000 senders and forgets who was silent longest', () => {
    const gate = createRateGate();
    const send = (from: string) => gate.admit({ from, id: 'm', kind: 'here', at: 0 });
    for (let n = 0; n < 6_000; n += 1) send(`c${n}`);
    expect(send('c0')).toBe(false);
    send('one more');
    expect(send('c0')).toBe(false);
    expect(send('c2')).toBe(false);
    expect(send('c1')).toBe(true);
  });
});
