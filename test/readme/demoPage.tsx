import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { createPortal } from 'react-dom';
import { BreakoutKit, BreakoutProvider, PersonKit } from '../../src/index.js';
import { createBreakoutSession } from '../../src/core.js';
import { createSimulatedMeeting, moderatorAnd } from '../../src/simulator.js';
import '../../src/styles/index.css';

const meeting = createSimulatedMeeting({ people: moderatorAnd(['Bo', 'Chidi', 'Dana']) });

// Chidi and Dana have a kit but no screen, and accept whatever they are invited to.
for (const id of ['Chidi', 'Dana']) {
  const { store, actions, hold } = createBreakoutSession(meeting.person(id).room);
  hold();
  store.subscribe(({ self }, { self: before }) => {
    if (self.invite && !before.invite) void actions.acceptInvite();
  });
}

export const Demo = () => (
  <>
    <div style={{ height: '40rem' }}>
      <BreakoutProvider room={meeting.person('moderator').room}>
        <BreakoutKit />
      </BreakoutProvider>
    </div>
    <OwnPage title="Bo’s page">
      {(body) => (
        <BreakoutProvider room={meeting.person('Bo').room} container={body}>
          <PersonKit />
        </BreakoutProvider>
      )}
    </OwnPage>
  </>
);

/** A dialog makes the rest of its page inert, so two people on one page would lock each other out. */
function OwnPage({ title, children }: { title: string; children: (body: HTMLElement) => ReactNode }) {
  const [body, setBody] = useState<HTMLElement | null>(null);
  const begin = ({ currentTarget: { contentDocument: page } }: SyntheticEvent<HTMLIFrameElement>) => {
    for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]'))
      page?.head.append(sheet.cloneNode(true));
    setBody(page?.body ?? null);
  };
  return (
    <>
      {body && createPortal(children(body), body)}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- nothing in it but what is drawn here */}
      <iframe
        title={title}
        srcDoc="<!doctype html>"
        onLoad={begin}
        style={{ width: '100%', height: '30rem' }}
      />
    </>
  );
}
