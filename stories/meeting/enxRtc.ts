/** Joining a real room by the vendor's script: what an application does before it hands the room to the kit. */

interface EnxRtc {
  readonly joinRoom: (
    token: string,
    publish: { readonly audio: boolean; readonly video: boolean; readonly data: boolean },
    answer: (success: unknown, error: unknown) => void,
  ) => unknown;
}

/** What came of it. */
export type Joined =
  { readonly ok: true; readonly room: object } | { readonly ok: false; readonly problem: string };

/** Adds the script, once for each address, and joins with it. Never throws. */
export async function joinYourRoom(what: {
  readonly address: string;
  readonly token: string;
}): Promise<Joined> {
  if (!(await addScript(what.address)))
    return { ok: false, problem: 'The script could not be loaded from this address.' };
  const sdk = (globalThis as { readonly EnxRtc?: EnxRtc }).EnxRtc;
  if (typeof sdk?.joinRoom !== 'function')
    return { ok: false, problem: 'The script was loaded, but it brings no EnxRtc.joinRoom.' };
  return new Promise((settle) => {
    try {
      sdk.joinRoom(what.token, { audio: true, video: true, data: true }, (success, error) => {
        const room = Object(success) as { readonly room?: unknown };
        if (!error && typeof room.room === 'object' && room.room !== null)
          settle({ ok: true, room: room.room });
        else settle({ ok: false, problem: `EnableX did not let you in. ${inWords(error)}` });
      });
    } catch (error) {
      settle({ ok: false, problem: `The script failed. ${inWords(error)}` });
    }
  });
}

function addScript(address: string): Promise<boolean> {
  const known = [...document.scripts].some(({ src }) => src === address);
  if (known) return Promise.resolve(true);
  return new Promise((settle) => {
    const script = document.createElement('script');
    script.src = address;
    script.addEventListener('load', () => settle(true));
    script.addEventListener('error', () => {
      script.remove();
      settle(false);
    });
    document.head.append(script);
  });
}

function inWords(error: unknown): string {
  const { result, desc, error: code, message } = Object(error) as Readonly<Record<string, unknown>>;
  return [code ?? result, desc ?? message]
    .filter((part) => part !== undefined)
    .map(String)
    .join(': ');
}
