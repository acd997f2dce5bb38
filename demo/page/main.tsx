import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Surface } from '../../src/index.js';
import '../../src/styles/index.css';
import { readAddress } from './address.js';
import { connectHost, holdOwnLock, whyNotHere } from './connectHost.js';
import './demo.css';
import { enterMeeting } from './enterMeeting.js';
import { Lobby } from './Lobby.js';
import { ownRef } from './ownRef.js';
import { PersonWindow } from './PersonWindow.js';

const place = document.getElementById('demo');
const show = (what: ReactNode) => {
  if (place)
    createRoot(place).render(
      <StrictMode>
        <Surface className="demo">{what}</Surface>
      </StrictMode>,
    );
};

const why = whyNotHere();
if (why === null) await begin();
else
  show(
    <main className="demo-note">
      <h1>The windows cannot meet here</h1>
      <p>{why}</p>
    </main>,
  );

/** Outside of React: a window enters once, however often its page is drawn. */
async function begin(): Promise<void> {
  const address = readAddress(location.search);
  const { meeting, person, profile, seed } = address;
  const host = connectHost(meeting);
  if (person === null) {
    show(<Lobby address={address} host={host} />);
    return;
  }
  document.title = `${person.name}, ${person.role}: breakout rooms`;
  const lock = await holdOwnLock();
  const ref = ownRef(meeting, person.name, person.role);
  const entered = enterMeeting(host, { who: { ...person, ref }, wish: { profile, seed }, lock });
  show(<PersonWindow address={{ ...address, person }} entered={entered} />);
}
