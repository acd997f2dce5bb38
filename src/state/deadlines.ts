/**
 * Every time limit of the kit, in milliseconds, in one table. Hosts set four of them (`Times`); the rest are fixed.
 */
export const LIMITS = {
  /** Any call to the service. */
  call: 15_000,
  /** A join that takes longer is said to; then it gives up. */
  joinSlow: 15_000,
  join: 30_000,
  /** From `breakout-room-joining` to the end of a forced join. */
  pull: 20_000,
  /** Mute, unmute, pause, resume. */
  sound: 10_000,
  /** From disconnect() to the room's own `room-disconnected`. */
  leave: 3_000,
  /** Between two tries to get back into a room after a drop, and how many refusals are taken for a seat that is not free yet. */
  rejoin: 2_000,
  refusals: 2,
  /** The service may tell one thing twice, over two connections: within this time it is one thing. */
  copy: 2_000,
  /** An answer of another kit. */
  wire: 2_000,
  /** Seats that people choose change often; everybody is told no more often than this. */
  offers: 400,
  /** What "Wait" adds to a move's notice, and how often. */
  wait: 20_000,
  waits: 10,
  /** How long undo of a live move stays in the toast. */
  undo: 10_000,
} as const;

/** What a host gets without asking. */
export const DEFAULT_TIMES = { invite: 60_000, grace: 30_000, notice: 20_000, kept: 60_000 } as const;
