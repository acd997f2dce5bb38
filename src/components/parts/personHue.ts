/**
 * The hue of a person in degrees, 0 to 359, from the key that stays theirs (never from their name, which others may
 * share): a 32-bit FNV-1a hash times the golden angle, so that neighbours differ as much as hues can.
 */
export function personHue(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  return Math.floor(((hash >>> 0) * 137.508) % 360);
}
