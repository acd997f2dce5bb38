/** Messages as a socket brings them: each is a task of its own. */

/** Runs something in a task of its own, so many times one after another. Resolves after the last. */
export function inTasks(count: number, run: (nth: number) => void): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    let nth = 0;
    port1.addEventListener('message', () => {
      run(nth);
      nth += 1;
      if (nth === count) resolve();
    });
    port1.start();
    for (let sent = 0; sent < count; sent += 1) port2.postMessage(null);
  });
}

/** Numbers that look drawn, the same in every run: from 0 up to `below`, without it. */
export function drawnNumbers(below: number): () => number {
  let last = 1;
  return () => {
    last = (last * 48_271) % 2_147_483_647;
    return last % below;
  };
}

/** Somebody's part in the meeting is not known any more, or known again: it changes a person, and no list of them. */
export interface RoleChange {
  readonly type: 'role.changed';
  readonly clientId: string;
  readonly role: 'participant' | 'unknown';
}

/** So many of them, about people drawn at random. Never the first: that is the moderator, who may not plan as anybody else. */
export function roleChanges(people: number, count: number): readonly RoleChange[] {
  const draw = drawnNumbers(people - 1);
  const roles = new Map<string, RoleChange['role']>();
  return Array.from({ length: count }, () => {
    const clientId = `person-${String(draw() + 2)}`;
    const role = roles.get(clientId) === 'unknown' ? 'participant' : 'unknown';
    roles.set(clientId, role);
    return { type: 'role.changed', clientId, role };
  });
}

/** The plainest thing that could hold what is told: a Map whose entries are replaced, and nobody who reads it. */
export function createPlainLoop(people: number): (events: readonly RoleChange[]) => void {
  const entries = peopleOf(people);
  return (events) => {
    for (const event of events) withRole(entries, event);
  };
}

/** So many people. */
export function peopleOf(count: number): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (let order = 1; order <= count; order += 1) {
    const id = `person-${String(order)}`;
    entries.set(id, { id, name: id, role: 'participant', place: 'main', since: 0, order });
  }
  return entries;
}

/** Replaces the entry of one of them. */
export function withRole(entries: Map<string, Entry>, { clientId, role }: RoleChange): void {
  const entry = entries.get(clientId);
  if (entry) entries.set(clientId, { ...entry, role });
}

/** Somebody, as little as there can be. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly place: string;
  readonly since: number;
  readonly order: number;
}
