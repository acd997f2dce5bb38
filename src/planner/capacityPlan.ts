import type { Limits } from '../state/types.js';
import { suggestedRooms } from './suggestedRooms.js';

/** What the service can really hold. */
export interface CapacityPlan {
  /** Rooms to make. 0 when there is nobody to seat, or the service has no room of the least size. */
  readonly rooms: number;
  /** Seats in each: the fewest that hold the people placed, within the service's limits. */
  readonly seats: number;
  /** People who get a seat. */
  readonly placed: number;
  /** People for whom there is none: they stay in the main room, and the plan says so. */
  readonly staying: number;
}

/**
 * An honest plan for so many people: with 10 rooms of 15 at most, 214 people are 150 placed and 64 staying.
 *
 * @param rooms - The rooms somebody asked for; held to the service's limit. By default, {@link suggestedRooms}.
 */
export function capacityPlan({
  people,
  limits,
  rooms: asked,
}: {
  readonly people: number;
  readonly limits: Limits;
  readonly rooms?: number;
}): CapacityPlan {
  const suggested = suggestedRooms({ people, limits });
  const rooms = suggested === 0 ? 0 : Math.min(Math.max(1, asked ?? suggested), limits.maxRooms);
  if (rooms === 0) return { rooms, seats: 0, placed: 0, staying: Math.max(0, people) };
  const seats = Math.min(Math.max(Math.ceil(people / rooms), limits.minPeople), limits.maxPeople ?? Infinity);
  const placed = Math.min(people, rooms * seats);
  return { rooms, seats, placed, staying: people - placed };
}
