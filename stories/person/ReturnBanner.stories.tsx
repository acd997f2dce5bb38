import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { ReturnBanner } from '../../src/components/returning/ReturnBanner.js';
import { SoundNotice } from '../../src/components/returning/SoundNotice.js';
import { WayBack } from '../../src/components/returning/WayBack.js';
import {
  backInMain,
  closing,
  helpAsked,
  helpComes,
  inRoom,
  lastMinute,
  meetingEnds,
  reconnecting,
  returning,
  roomCloses,
  soundNotBack,
  timeAsked,
  timed,
  visiting,
  wasMoved,
} from '../scenes/person.js';
import { momentOf, momentStory } from './moments.js';

const meta = { title: 'Person/ReturnBanner', component: ReturnBanner } satisfies Meta<typeof ReturnBanner>;
export default meta;
type Story = StoryObj<typeof meta>;

const wide = { width: 1000 };
const phone = { width: 320 };

export const InARoom: Story = momentStory(
  () => inRoom({ mic: true, session: { mainSound: 'muted' } }),
  <ReturnBanner />,
  wide,
);

/** The time of the round in words, and as a line. */
export const TimeLeft: Story = momentStory(
  () => timed({ mic: true, session: { mainSound: 'muted' } }),
  <ReturnBanner />,
  wide,
);

/** Nobody is on the way yet; a press takes the call back. */
export const HelpWaiting: Story = {
  ...momentStory(() => timed({ mic: true }), <ReturnBanner />, wide),
  play: async (context) => {
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask for help' }));
    await expect(await canvas.findByText('You asked for help')).toBeVisible();
    await expect(canvas.getByRole('button', { name: 'Cancel asking for help' })).toHaveFocus();
  },
};

export const HelpOnTheWay: Story = momentStory(() => helpComes({ mic: true }), <ReturnBanner />, wide);

/** Quietly, and beside the way to more. */
export const LastMinute: Story = momentStory(() => lastMinute({ mic: true }), <ReturnBanner />, wide);

export const AskedForTime: Story = {
  ...momentStory(() => lastMinute({ mic: true }), <ReturnBanner />, wide),
  play: async (context) => {
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask for more time' }));
    await expect(await canvas.findByRole('button', { name: 'You asked for more time' })).toHaveFocus();
  },
};

/** The meeting itself ends, rooms and all: told apart from the round. */
export const MeetingEnds: Story = momentStory(() => meetingEnds({ mic: true }), <ReturnBanner />, wide);

/** A moderator who looks in: they need not call one. */
export const Visiting: Story = {
  ...momentStory(() => visiting({ mic: true }), <ReturnBanner />, wide),
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('Visiting')).toBeVisible();
    await expect(within(canvasElement).queryByRole('button', { name: 'Ask for help' })).toBeNull();
  },
};

export const MicrophoneOff: Story = momentStory(() => inRoom(), <ReturnBanner />, wide);

export const MovedByAModerator: Story = momentStory(() => wasMoved({ mic: true }), <ReturnBanner />, wide);

export const ClosingSoon: Story = momentStory(() => closing({ mic: true }), <ReturnBanner />, wide);

export const ClosingAskedForTime: Story = {
  ...momentStory(() => closing({ mic: true }), <ReturnBanner />, wide),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask for more time' }));
    await expect(await canvas.findByRole('button', { name: 'You asked for more time' })).toHaveFocus();
  },
};

/** Only this room closes; the others stay open. */
export const RoomCloses: Story = momentStory(() => roomCloses({ mic: true }), <ReturnBanner />, wide);

/** The connection is lost and the place is kept. */
export const Reconnecting: Story = momentStory(() => reconnecting({ mic: true }), <ReturnBanner />, wide);

export const Returning: Story = momentStory(() => returning({ mic: true }), <ReturnBanner />, wide);

/** A change of the main room's sound failed: it says so, beside the remedy. */
export const SoundFailed: Story = {
  ...momentStory(() => inRoom({ mic: true }), <ReturnBanner />, wide),
  play: async (context) => {
    const { scene } = momentOf(context);
    scene.meeting.faults.add({ kind: 'refused', call: 'unmute', person: 'chidi', code: 5023 });
    await userEvent.click(await within(context.canvasElement).findByRole('radio', { name: 'Muted' }));
    await scene.pass(2000);
    await expect(await within(context.canvasElement).findByText('Restore sound')).toBeVisible();
  },
};

/** Back in the main room, and its sound is not. */
export const SoundNotBack: Story = momentStory(() => soundNotBack({ mic: true }), <SoundNotice />, {
  width: 448,
});

/** Back in the main room by their own choice: the room is one press away while it is open. */
export const WayBackToTheRoom: Story = {
  ...momentStory(() => backInMain({ mic: true }), <WayBack />, { width: 448 }),
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByRole('button', { name: /Back to Onboarding$/u }),
    ).toBeVisible();
  },
};

export const Phone: Story = momentStory(
  () => timed({ mic: true, session: { mainSound: 'muted' } }),
  <ReturnBanner pointer="coarse" />,
  phone,
);

/** The choices of sound unfold from one button. */
export const PhoneSoundOpen: Story = {
  ...momentStory(
    () => inRoom({ mic: true, session: { mainSound: 'muted' } }),
    <ReturnBanner pointer="coarse" />,
    phone,
  ),
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: /Main room sound/ }));
  },
};

export const PhoneHelpWaiting: Story = momentStory(
  () => helpAsked({ mic: true }),
  <ReturnBanner pointer="coarse" />,
  phone,
);

export const PhoneLastMinute: Story = momentStory(
  () => timeAsked({ mic: true }),
  <ReturnBanner pointer="coarse" />,
  phone,
);

export const PhoneReconnecting: Story = momentStory(
  () => reconnecting({ mic: true }),
  <ReturnBanner pointer="coarse" />,
  phone,
);

export const PhoneClosing: Story = momentStory(
  () => closing({ mic: true }),
  <ReturnBanner pointer="coarse" />,
  phone,
);
