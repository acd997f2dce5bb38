/** From here on there is little time left: it is said once, and more can be asked for. Milliseconds. */
export const SOON_MS = 60_000;
