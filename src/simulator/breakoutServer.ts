/** The breakout part of the server: orders and seats. */
import { createBreakoutOrders, type BreakoutOrders } from './breakoutOrders.js';
import { createBreakoutSeats, type BreakoutSeats } from './breakoutSeats.js';
import type { Network } from './network.js';

/** The breakout part of the server. */
export type BreakoutServer = BreakoutOrders & BreakoutSeats;

/** Makes the breakout part over a server. */
export function createBreakoutServer(network: Network): BreakoutServer {
  return { ...createBreakoutOrders(network), ...createBreakoutSeats(network) };
}
