import type { KeyboardEvent } from 'react';

/** A dialog stands in a portal, and its keys still reach the planner by way of React: there they would undo or move somebody. */
export const keepKeys = (event: KeyboardEvent): void => event.stopPropagation();
