/** What stands for a person in a kept draft: nobody can read a name from it, and one meeting's mean nothing in another. */
import { sameNameKey } from '../state/displayName.js';

/** Enough that no two people of a meeting share one. */
const BYTES = 12;

/** What somebody is known by. */
export type Trait = 'key' | 'name' | 'email';

/** Makes fingerprints for one meeting, with SHA-256 of the page's Web Crypto. Rejects where there is none, as on a page without TLS. */
export function createFingerprints(meeting: string): (trait: Trait, text: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (trait, text) => {
    const said = `${trait}\n${trait === 'key' ? text : sameNameKey(text)}\n${meeting}`;
    const print = known.get(said) ?? digest(said);
    known.set(said, print);
    return print;
  };
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes.subarray(0, BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
