import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent } from 'storybook/test';
import { InviteChip } from '../../src/components/invite/InviteChip.js';
import { InviteDialog } from '../../src/components/invite/InviteDialog.js';
import { aboutToMove, invited, invitedByStranger, moderatorInvited, openRooms } from '../scenes/person.js';
import { inFrame, momentOf, momentStory } from './moments.js';

const meta = {
  title: 'Person/InviteDialog',
  component: InviteDialog,
  parameters: inFrame(560),
} satisfies Meta<typeof InviteDialog>;
export default meta;
type Story = StoryObj<typeof meta>;

const dialog = { width: 448, height: 460 };
const dialogAndChip = (
  <>
    <InviteChip />
    <InviteDialog />
  </>
);

/** A moderator's kit is told by others' kits who is there already. */
export const Invitation: Story = momentStory(() => moderatorInvited(), dialogAndChip, dialog);

/** No build of the service tells participants who is in a room, so they are not told either. */
export const NobodyKnownThere: Story = momentStory(() => invited({ mic: true }), dialogAndChip, dialog);

export const SenderNotConfirmed: Story = {
  ...momentStory(() => invitedByStranger(), dialogAndChip, dialog),
  play: async () => {
    await expect(await screen.findByRole('button', { name: 'Not now' })).toHaveAttribute(
      'data-kind',
      'primary',
    );
  },
};

export const MovedAtOnce: Story = momentStory(() => aboutToMove(), dialogAndChip, dialog);

/** Escape declines nothing: a chip keeps the invitation reachable. */
export const PutAside: Story = {
  ...momentStory(() => moderatorInvited(), dialogAndChip, { width: 448, height: 120 }),
  play: async (context) => {
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    await momentOf(context).scene.pass(50);
    await expect(await screen.findByRole('button', { name: 'Invitation to Onboarding' })).toBeVisible();
  },
};

/** Ana closes the rooms and opens others while the question stands: the words change in place. */
export const ReplacedInPlace: Story = {
  ...momentStory(() => invitedByStranger({ who: 'tom', asked: 2 }), dialogAndChip, dialog),
  play: async (context) => {
    await screen.findByRole('dialog', { name: 'Join a breakout room?' });
    await openRooms(momentOf(context), { who: 'tom', asked: 2 });
    await expect(await screen.findByRole('dialog', { name: 'Join Onboarding?' })).toBeVisible();
  },
};

/** Nobody looks at the page: its title says what waits, and is put back when somebody does. */
export const HiddenTab: Story = {
  ...momentStory(() => moderatorInvited(), dialogAndChip, dialog),
  play: async () => {
    await screen.findByRole('dialog', { name: 'Join Onboarding?' });
    const before = document.title;
    turnAway(true);
    await expect(document.title).toBe(`(1) Invitation: Onboarding · ${before}`);
    turnAway(false);
    await expect(document.title).toBe(before);
  },
};

/** What a browser tells a page when its tab is left, or looked at again. */
function turnAway(away: boolean): void {
  if (away) Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
  else Reflect.deleteProperty(document, 'visibilityState');
  document.dispatchEvent(new Event('visibilitychange'));
}

export const Phone: Story = {
  ...momentStory(() => moderatorInvited(), dialogAndChip, { width: 320, height: 500 }),
};
