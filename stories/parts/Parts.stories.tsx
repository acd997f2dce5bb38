import type { Meta, StoryObj } from '@storybook/react-vite';
import { useRef, useState, type ReactNode } from 'react';
import { expect, screen, userEvent, within } from 'storybook/test';
import { Modal, ModalDescription, ModalTitle } from '../../src/components/dialog/Modal.js';
import { Menu } from '../../src/components/menu/Menu.js';
import { MenuHeading, MenuItem, MenuRule } from '../../src/components/menu/MenuItem.js';
import { AvatarStack } from '../../src/components/parts/AvatarStack.js';
import { Avatar } from '../../src/components/parts/Avatar.js';
import { Button } from '../../src/components/parts/Button.js';
import { Chip } from '../../src/components/parts/Chip.js';
import type { SeatState } from '../../src/components/parts/compressSeats.js';
import { Count } from '../../src/components/parts/Count.js';
import { Countdown } from '../../src/components/parts/Countdown.js';
import { EmptyState } from '../../src/components/parts/EmptyState.js';
import { Icon } from '../../src/components/parts/Icon.js';
import { IconButton } from '../../src/components/parts/IconButton.js';
import { iconPaths, type IconName } from '../../src/components/parts/iconPaths.js';
import { KeyCap } from '../../src/components/parts/KeyCap.js';
import { Ladder } from '../../src/components/parts/Ladder.js';
import { PersonName } from '../../src/components/parts/PersonName.js';
import type { Place } from '../../src/components/parts/placeIcons.js';
import { Plate } from '../../src/components/parts/Plate.js';
import { SearchField } from '../../src/components/parts/SearchField.js';
import { Segmented } from '../../src/components/parts/Segmented.js';
import { Spinner } from '../../src/components/parts/Spinner.js';
import { StatusWord } from '../../src/components/parts/StatusWord.js';
import { Stepper } from '../../src/components/parts/Stepper.js';
import { Steps } from '../../src/components/parts/Steps.js';
import { Stripe } from '../../src/components/parts/Stripe.js';
import { Surface } from '../../src/components/parts/Surface.js';
import { Tag } from '../../src/components/parts/Tag.js';
import { TimeBar } from '../../src/components/parts/TimeBar.js';
import { Toast } from '../../src/components/parts/Toast.js';
import { Warning } from '../../src/components/parts/Warning.js';

const meta = { title: 'Parts/All' } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

const seats = (...groups: readonly (readonly [number, SeatState])[]): SeatState[] =>
  groups.flatMap(([count, state]) => Array.from({ length: count }, () => state));

const people = ['Jonas Weber', 'Maria Silva', 'Elif Kaya', 'Noah Schmidt', 'Chidi Okafor'].map(
  (name, at) => ({
    personKey: `c-${at}`,
    name,
  }),
);

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="brk-group" aria-label={title}>
      <h3 className="brk-group-head">{title}</h3>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 10, alignItems: 'center' }}>{children}</div>
    </section>
  );
}

function PersonMenu({ name }: { name: string }) {
  return (
    <Menu trigger={<IconButton icon="more" size="s" label={`Move ${name} to…`} />}>
      <MenuHeading>Move {name} to…</MenuHeading>
      <MenuItem icon={<Plate room={2} />} tail="Full" unavailable="Onboarding is full">
        Onboarding
      </MenuItem>
      <MenuItem icon={<Plate room={3} />} tail="4 free">
        Design critique
      </MenuItem>
      <MenuItem icon={<Icon name="main" />}>Keep in main room</MenuItem>
      <MenuRule />
      <MenuItem icon={<Icon name="star" />}>Remove as room lead</MenuItem>
      <MenuItem icon={<Icon name="minus" />} tail={<KeyCap>Del</KeyCap>}>
        Unassign
      </MenuItem>
      <MenuRule />
      <MenuItem checked>Show twins</MenuItem>
      <MenuItem checked={false}>Hide people in rooms</MenuItem>
    </Menu>
  );
}

function Choices() {
  const [rooms, setRooms] = useState(4);
  const [way, setWay] = useState<'even' | 'hand' | 'choose'>('even');
  const [sound, setSound] = useState<'muted' | 'paused' | 'listening'>('muted');
  return (
    <>
      <Stepper
        label="Number of rooms"
        fewerLabel="One room fewer"
        moreLabel="One room more"
        value={rooms}
        min={1}
        max={10}
        minReason="There has to be a room"
        maxReason="10 rooms is the limit"
        onChange={setRooms}
      />
      <Segmented
        label="How to split"
        value={way}
        onChange={setWay}
        options={[
          { value: 'even', label: 'Even split' },
          { value: 'hand', label: 'By hand' },
          { value: 'choose', label: 'People choose' },
        ]}
      />
      <Segmented
        label="Main room sound"
        size="s"
        value={sound}
        onChange={setSound}
        options={[
          { value: 'muted', label: 'Muted', icon: 'muted' },
          { value: 'paused', label: 'Paused', icon: 'pause' },
          { value: 'listening', label: 'Listening', icon: 'ear' },
        ]}
      />
      <SearchField label="Find people" />
    </>
  );
}

function Presence() {
  const [pressed, setPressed] = useState<ReadonlySet<Place>>(new Set(['no-answer']));
  const toggle = (state: Place) =>
    setPressed((before) => {
      const after = new Set(before);
      if (!after.delete(state)) after.add(state);
      return after;
    });
  return (
    <Ladder
      style={{ flex: 1 }}
      label="Where everyone is"
      pressed={pressed}
      onToggle={toggle}
      steps={[
        { state: 'in-room', label: 'In room', count: 13 },
        { state: 'joining', label: 'Joining', count: 2 },
        { state: 'invited', label: 'Invited', count: 1 },
        { state: 'no-answer', label: 'No answer', count: 2 },
        { state: 'declined', label: 'Declined', count: 1 },
        { state: 'failed', label: 'Could not join', count: 1 },
        { state: 'away', label: 'Reconnecting', count: 1 },
        { state: 'main', label: 'In main', count: 3 },
      ]}
    />
  );
}

/** Every part in each of its states. */
export const All: Story = {
  render: () => (
    <Surface style={{ maxInlineSize: 1052 }}>
      <main
        className="brk-frame"
        style={{ padding: 20, gap: 18, blockSize: 'auto', gridTemplateRows: 'none' }}
      >
        <h2 className="brk-title">Parts</h2>
        <Group title="Buttons">
          <Button>Plain</Button>
          <Button kind="primary">Primary</Button>
          <Button kind="quiet" icon="options">
            Options
          </Button>
          <Button kind="stop">End rooms</Button>
          <Button kind="stop-full">Close now</Button>
          <Button kind="link">Fix</Button>
          <Button size="s" icon="hand">
            Claim
          </Button>
          <Button size="l" kind="primary">
            Open 4 rooms
          </Button>
          <Button size="l" kind="primary" unavailable="Room 2 is over by 1">
            Open 4 rooms
          </Button>
          <Button iconEnd="down" icon="clock" kind="quiet">
            15 min
          </Button>
          <Button iconOnly icon="hand" aria-label="Ask for help" />
          <IconButton icon="undo" label="Undo" />
          <IconButton icon="redo" label="Redo" unavailable="Nothing to redo" />
          <IconButton icon="more" size="s" label="More" />
          <Spinner label="Joining Room 2" />
        </Group>
        <Group title="Choices">
          <Choices />
        </Group>
        <Group title="Plates">
          {Array.from({ length: 10 }, (_, at) => (
            <Plate key={at} room={at + 1} />
          ))}
          <Plate room="main">
            <Icon name="main" size="s" />
          </Plate>
          <Plate room={1} size="s" label="Room 1" />
          <Plate room={2} size="l" />
          <Plate room={3} size="xl" />
        </Group>
        <div className="brk-rooms">
          {(
            [
              [1, 'Pricing', { value: 4, of: 6 }, seats([4, 'taken'], [2, 'free'])],
              [2, 'Onboarding', { value: 7, of: 6, over: 'over by 1' }, seats([6, 'taken'], [1, 'over'])],
              [3, 'Design critique', { value: 3, of: 6, next: 6 }, seats([3, 'taken'], [3, 'incoming'])],
              [
                4,
                'Live',
                { value: 3, of: 9 },
                seats(
                  [3, 'in-room'],
                  [1, 'joining'],
                  [1, 'invited'],
                  [1, 'no-answer'],
                  [1, 'failed'],
                  [1, 'declined'],
                  [1, 'away'],
                ),
              ],
              [5, 'A hundred seats', { value: 70, of: 100 }, seats([70, 'taken'], [30, 'free'])],
            ] as const
          ).map(([room, name, count, states]) => (
            <section className="brk-room" key={room} data-room={room} aria-label={name}>
              <div className="brk-room-head">
                <Plate room={room} />
                <h3 className="brk-room-title">
                  <PersonName name={name} />
                </h3>
                <Count {...count} />
              </div>
              <Stripe seats={states} label={`${count.value} of ${count.of} seats`} />
            </section>
          ))}
        </div>
        <Group title="People">
          <Avatar personKey="c-1" name="Lena Vogel" />
          <Avatar personKey="c-2" name="Amara Diallo" size="l" />
          <Avatar personKey="c-3" name="Noah Schmidt" away />
          <Avatar personKey="c-4" name="أحمد علي" />
          <Avatar personKey="c-5" name="田中 美咲" />
          <Avatar personKey="c-6" name="👩‍🚀 Mei" />
          <Avatar personKey="c-7" name="" />
          <AvatarStack people={people} />
          <StatusWord state="invited">Invited 0:12</StatusWord>
          <StatusWord state="no-answer">No answer 1:05</StatusWord>
          <StatusWord state="declined">Declined</StatusWord>
          <StatusWord state="joining">Joining</StatusWord>
          <StatusWord state="failed">Could not join</StatusWord>
        </Group>
        <div
          className="brk-list"
          data-well=""
          style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))' }}
        >
          <Chip
            personKey="c-1"
            name="Priya Nair"
            lead="Room lead"
            movable
            main={{}}
            menu={<PersonMenu name="Priya Nair" />}
          />
          <Chip
            personKey="c-2"
            name="Omar Haddad"
            hovered
            movable
            main={{}}
            menu={<PersonMenu name="Omar Haddad" />}
          />
          <Chip
            personKey="c-3"
            name="Elif Kaya"
            locked="Stays in Onboarding"
            main={{}}
            menu={<PersonMenu name="Elif Kaya" />}
          />
          <Chip
            personKey="c-4"
            name="Maria Silva"
            twin={1}
            main={{}}
            menu={<PersonMenu name="Maria Silva" />}
          />
          <Chip
            personKey="c-5"
            name="Lena Vogel"
            selected
            main={{ 'aria-pressed': true }}
            menu={<PersonMenu name="Lena Vogel" />}
          />
          <Chip
            personKey="c-6"
            name="Yusuf Demir"
            main={{}}
            tail={<Tag kind="new">Just joined</Tag>}
            menu={<PersonMenu name="Yusuf Demir" />}
          />
          <Chip
            personKey="c-7"
            name="Alexandria Papadopoulou-Montgomery the Third"
            main={{}}
            menu={<PersonMenu name="Alexandria" />}
          />
          <Chip personKey="c-8" name="Wei Chen" state="origin" />
          <Chip personKey="c-9" name="Liam O’Connor" state="lifted" main={{}} />
          <Chip
            personKey="c-10"
            name="Ana Ruiz"
            plain
            main={{}}
            tail={<Tag>You</Tag>}
            menu={<PersonMenu name="Ana Ruiz" />}
          />
          <Chip
            personKey="c-11"
            name="Grace Kim"
            plain
            main={{}}
            tail={<Plate room={1} size="s" label="Room 1" />}
          />
          <Chip
            personKey="c-12"
            name="Amara Diallo"
            away
            tail={<StatusWord state="invited">Invited 0:12</StatusWord>}
          />
        </div>
        <Group title="Open rooms">
          <Presence />
        </Group>
        <ul className="brk-warnings" aria-label="Before you open">
          <Warning level="stop" remedy={<Button kind="link">Fix</Button>}>
            Room 2 is over by 1
          </Warning>
          <Warning remedy={<Button kind="link">Place them</Button>}>3 people not assigned</Warning>
        </ul>
        <Group title="Time">
          <span data-room={3}>
            <Countdown value={13} total={20} text="13" label="13 seconds" />
          </span>
          <div className="brk-strip brk-grow" data-kind="closing">
            <Icon name="clock" />
            <span className="brk-strip-text">Rooms close in 0:24. Everyone comes back here.</span>
            <Button>Keep rooms open</Button>
            <Button kind="stop-full">Close now</Button>
            <TimeBar value={24} total={30} kind="closing" />
          </div>
        </Group>
        <div className="brk-rooms" style={{ alignItems: 'start' }}>
          <Toast icon="check" action={<Button kind="link">Undo</Button>}>
            3 people moved to <strong>Room 4</strong>, now full.
          </Toast>
          <Toast
            icon="horn"
            from="Ana Ruiz to all rooms, just now"
            dismissLabel="Dismiss"
            onDismiss={() => undefined}
          >
            Five minutes left. Pick one person to report back.
          </Toast>
          <EmptyState
            art="rooms"
            title="Nobody to split yet"
            reason="You are the only one here. Set up the rooms now; people who join appear in Not assigned."
            actions={<Button>Set up rooms</Button>}
          />
          <EmptyState
            art="lecture"
            title="Not available in lecture mode"
            reason="In a lecture only the speaker is heard."
          />
          <div data-room={2}>
            <Steps
              steps={[
                { state: 'done', label: 'Main room sound paused', stateLabel: 'done' },
                { state: 'now', label: 'Joining Room 2' },
                { state: 'todo', label: 'Connected' },
              ]}
            />
          </div>
          <div data-room={2}>
            <Steps
              steps={[
                { state: 'done', label: 'Main room sound back on' },
                { state: 'stuck', label: 'No answer after 15 seconds' },
                { state: 'failed', label: 'Refused' },
                { state: 'todo', label: 'Connected' },
              ]}
            />
          </div>
        </div>
        <Group title="Drawings">
          {(Object.keys(iconPaths) as IconName[]).map((name) => (
            <span key={name} title={name}>
              <Icon name={name} />
            </span>
          ))}
        </Group>
      </main>
    </Surface>
  ),
};

/** The menu of a person: a full room stays in the list and says so. */
export const PersonsMenu: Story = {
  render: () => (
    <Surface style={{ inlineSize: 300, minBlockSize: 360 }}>
      <Chip as="div" personKey="c-1" name="Priya Nair" menu={<PersonMenu name="Priya Nair" />} />
    </Surface>
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Move Priya Nair to…' }));
    const full = await screen.findByRole('menuitem', { name: 'Onboarding Full' });
    await expect(full).toHaveAccessibleDescription('Onboarding is full');
  },
};

function Invitation({ shape }: { shape?: 'sheet' }) {
  const notNow = useRef<HTMLButtonElement>(null);
  return (
    <Modal open room={2} initialFocus={notNow} {...(shape === undefined ? {} : { shape })}>
      <div className="brk-dialog-id">
        <Plate room={2} size="xl" />
      </div>
      <ModalTitle>Join Onboarding?</ModalTitle>
      <ModalDescription>Ana Ruiz invites you to Room 2.</ModalDescription>
      <p className="brk-dialog-there">
        <AvatarStack people={people.slice(0, 3)} />
        <span>Jonas, Maria and Elif are there</span>
      </p>
      <Stripe seats={seats([3, 'taken'], [3, 'free'])} label="3 of 6 seats taken" />
      <p className="brk-dialog-note">
        <Icon name="muted" />
        <span>Main room sound pauses while you are there. Your microphone stays off.</span>
      </p>
      <div className="brk-dialog-actions">
        <Button ref={notNow} size="l">
          Not now
        </Button>
        <Button size="l" kind="primary">
          Join
        </Button>
      </div>
    </Modal>
  );
}

/** A dialog; below 380 px it rises from the lower edge. */
export const InADialog: Story = { render: () => <Invitation /> };
