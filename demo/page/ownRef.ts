/**
 * The `user_ref` of this window's person. It is kept with the window: a reload is the same person again, and the same link in
 * another window is somebody else of that name.
 */
export function ownRef(meeting: string, name: string, role: string): string {
  const key = JSON.stringify(['breakout-kit demo', meeting, name, role]);
  const kept = sessionStorage.getItem(key);
  if (kept !== null) return kept;
  const ref = `user-${crypto.randomUUID()}`;
  sessionStorage.setItem(key, ref);
  return ref;
}
