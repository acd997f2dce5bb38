import type { Link } from '../../demo/link/protocol.js';

/** Two ends of a port without a browser: messages are copied as `postMessage` copies them, arrive later, and in order. */
export function createPort<Out, In>(): readonly [Link<Out, In>, Link<In, Out>] {
  const one = createEnd<In>();
  const other = createEnd<Out>();
  return [
    { post: other.bring, hear: one.hear },
    { post: one.bring, hear: other.hear },
  ];
}

function createEnd<Message>() {
  const listeners: ((message: Message) => void)[] = [];
  return {
    hear: (listener: (message: Message) => void) => void listeners.push(listener),
    bring: (message: Message) => {
      const copy = structuredClone(message);
      queueMicrotask(() => {
        for (const listener of listeners) listener(copy);
      });
    },
  };
}
