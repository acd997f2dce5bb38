import { useEffect, useId, useState } from 'react';
import { profileNames } from '../../src/simulator.js';
import type { ToWindow, Visitor } from '../link/protocol.js';
import { writeAddress, type Address } from './address.js';
import type { HostLink } from './connectHost.js';
import { freeNames } from './names.js';
import { NewWindow } from './NewWindow.js';

interface LobbyProps {
  readonly address: Address;
  readonly host: HostLink;
}

type There = Extract<ToWindow, { readonly kind: 'there' }>;

/** Where somebody says who they are, and opens others in windows of their own. While it is open, the meeting goes on. */
export function Lobby({ address, host }: LobbyProps) {
  const [there, setThere] = useState<There>({ kind: 'there', people: [], wish: null });
  const [name, setName] = useState('Ana');
  const [role, setRole] = useState<Visitor['role']>('moderator');
  const [profile, setProfile] = useState(address.profile);
  const buildNote = useId();
  useEffect(() => {
    host.hear((message) => {
      if (message.kind === 'there') setThere(message);
    });
    host.post({ kind: 'look' });
  }, [host]);

  const { people, wish } = there;
  // Whoever entered first has decided.
  const settled: Address = {
    ...address,
    profile: wish?.profile ?? profile,
    seed: wish?.seed ?? address.seed,
  };
  const me: Address = { ...settled, person: { name: name.trim(), role } };
  return (
    <main className="demo-lobby">
      <header>
        <h1>A meeting over several windows</h1>
        <p className="brk-quiet">
          Each window is one person in the same simulated EnableX meeting. Open a moderator and a few
          participants, plan rooms and open them; then reload a window, close one, or cut its network, and see
          what the others see.
        </p>
      </header>

      <form
        aria-label="Enter as"
        className="demo-card"
        onSubmit={(event) => {
          event.preventDefault();
          location.assign(writeAddress(me));
        }}
      >
        <h2>You</h2>
        <label className="demo-line">
          Your name
          <span className="brk-field">
            <input
              value={name}
              required
              maxLength={80}
              pattern=".*\S.*"
              autoComplete="off"
              onChange={({ target }) => setName(target.value)}
            />
          </span>
        </label>
        <fieldset className="demo-line demo-roles">
          <legend>You come as</legend>
          {(['moderator', 'participant'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="role" checked={role === each} onChange={() => setRole(each)} />
              {each === 'moderator' ? 'Moderator' : 'Participant'}
            </label>
          ))}
        </fieldset>
        <label className="demo-line">
          Build of the EnableX SDK
          <select
            className="demo-select"
            value={settled.profile}
            disabled={wish !== null}
            aria-describedby={buildNote}
            onChange={({ target }) => setProfile(target.value as Address['profile'])}
          >
            {profileNames.map((each) => (
              <option key={each} value={each}>
                {each === 'guide' ? 'guide (the documentation at its word)' : each}
              </option>
            ))}
          </select>
        </label>
        <p id={buildNote} className="brk-quiet">
          {wish === null
            ? 'Whoever enters first decides it for everybody.'
            : `This meeting runs on ${wish.profile} already.`}
        </p>
        <button type="submit" className="brk-btn" data-kind="primary" data-size="l">
          Enter in this window
        </button>
      </form>

      <section className="demo-card" aria-label="Others">
        <h2>Others</h2>
        <p className="brk-quiet">Each opens in a window of its own. This page can stay open beside them.</p>
        <div className="demo-links">
          <NewWindow address={{ ...settled, person: { name: 'Ana', role: 'moderator' } }}>
            Open Ana, a moderator
          </NewWindow>
          {freeNames(people, 3).map((each) => (
            <NewWindow key={each} address={{ ...settled, person: { name: each, role: 'participant' } }}>
              Open {each}, a participant
            </NewWindow>
          ))}
        </div>
        <h3>In the meeting now</h3>
        {people.length === 0 ? (
          <p className="brk-quiet">Nobody yet.</p>
        ) : (
          <ul className="demo-people">
            {people.map(({ ref, name: own, role: as, connected }) => (
              <li key={ref}>
                <span className="brk-name">{own}</span>{' '}
                <span className="brk-quiet">{connected ? as : `${as}, network cut`}</span>
              </li>
            ))}
          </ul>
        )}
      </section>

      <section className="demo-card demo-facts" aria-label="What this is">
        <h2>What this is, and what not</h2>
        <ul>
          <li>
            The meeting lives in a shared worker of this browser and not in a window, so it outlives each of
            them. When the last window of it is closed, it is over.
          </li>
          <li>
            All windows have to be of the same browser and profile: a private window is a browser of its own,
            with a meeting of its own.
          </li>
          <li>
            No camera, no microphone and no sound: streams are silent stand-ins. Nothing leaves this computer.
          </li>
          <li>
            A reload is the same person again, under a new client id. A window that is closed, or crashes, is
            a person who has gone.
          </li>
        </ul>
      </section>
    </main>
  );
}
