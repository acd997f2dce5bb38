import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { BreakoutKit, BreakoutProvider } from '../../src/index.js';
import { writeAddress, type Address } from './address.js';
import type { Entered } from './enterMeeting.js';
import { EventLog } from './EventLog.js';
import { PersonBar } from './PersonBar.js';
import { SameRoom } from './SameRoom.js';

interface PersonWindowProps {
  readonly address: Address & { readonly person: NonNullable<Address['person']> };
  readonly entered: Entered;
}

/** One person's window: a bar about the window, and below it the meeting with the kit, as an application would have it. */
export function PersonWindow({ address, entered }: PersonWindowProps) {
  const { stay, people, log } = useSyncExternalStore(entered.subscribe, entered.now);
  const { meeting, person } = address;
  const version = stay.at === 'inside' ? stay.version : undefined;
  const options = useMemo(
    () => ({
      ...(version === undefined ? {} : { sdkVersion: version }),
      // Two people of one browser share its storage, and not their drafts.
      storage: { meeting: `demo ${meeting} ${person.role} ${person.name}` },
    }),
    [version, meeting, person.role, person.name],
  );

  switch (stay.at) {
    case 'entering':
      return (
        <Note title="Entering the meeting">
          <p>This takes a moment.</p>
        </Note>
      );
    case 'left':
      return (
        <Note title="You left the meeting">
          <Again>Come back</Again>
          <Lobby address={address} />
        </Note>
      );
    case 'elsewhere':
      return (
        <Note title={`${person.name} is in another window now`}>
          <p>A person is in one window at a time, and the last one that was opened has them.</p>
          <Again>Bring {person.name} back here</Again>
          <Lobby address={address} />
        </Note>
      );
    case 'inside':
      return (
        <BreakoutProvider room={stay.room} options={options}>
          <div className="demo-window" data-role={person.role}>
            <PersonBar address={address} stay={stay} people={people} entered={entered} />
            <main className="demo-meeting">
              <h1 className="brk-hidden">The meeting, as {person.name} has it</h1>
              <BreakoutKit className="demo-kit" />
              <SameRoom />
            </main>
            <footer className="demo-log">
              <EventLog log={log} />
            </footer>
          </div>
        </BreakoutProvider>
      );
  }
}

function Note({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className="demo-note">
      <h1>{title}</h1>
      {children}
    </main>
  );
}

/** The same person enters again by loading the page anew. */
const Again = ({ children }: { readonly children: ReactNode }) => (
  <button type="button" className="brk-btn" data-kind="primary" onClick={() => location.reload()}>
    {children}
  </button>
);

const Lobby = ({ address }: { readonly address: Address }) => (
  <a className="brk-btn demo-link" href={writeAddress({ ...address, person: null })}>
    Go to the lobby
  </a>
);
