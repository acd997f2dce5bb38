import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useState, type ReactNode } from 'react';
import { expect, screen } from 'storybook/test';
import { BreakoutKit } from '../../src/components/kit/BreakoutKit.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import { profileNames } from '../../src/simulator.js';
import { people } from '../scenes/people.js';
import { MockMeeting } from './MockMeeting.js';
import { OwnPage } from './OwnPage.js';
import { createWorld, faults, latencies, shown, type World, type WorldArgs } from './world.js';

const meta = {
  title: 'Meeting/Whole session',
  parameters: { page: 'bare', docs: { story: { inline: false, iframeHeight: 980 } } },
  argTypes: {
    profile: { control: 'select', options: profileNames, description: 'Build of the EnableX SDK' },
    latency: {
      control: 'select',
      options: Object.keys(latencies),
      description: 'How long a message takes, each way',
    },
    faults: { control: 'select', options: Object.keys(faults), description: 'What goes wrong' },
  },
  args: { profile: '2.3.24', latency: '20 to 80 ms', faults: 'nothing goes wrong' },
} satisfies Meta<WorldArgs>;
export default meta;
type Story = StoryObj<WorldArgs>;

const [moderator, ...others] = shown;
const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;

/**
 * Ana plans and opens rooms for twenty people. Three of them are on the right, each with a page of their own; the
 * seventeen others answer by themselves within six seconds, but for Diego, who declines, and Hana, who never answers.
 */
export const ModeratorAndThreePeople: Story = {
  render: (args) => <WholeSession key={JSON.stringify(args)} {...args} />,
  play: async () => {
    await expect(await screen.findByRole('button', { name: /^Open \d+ rooms$/ })).toBeVisible();
  },
};

function WholeSession({ profile, latency, faults: wrong }: WorldArgs) {
  const [world, setWorld] = useState<World | null>(null);
  useEffect(() => {
    const made = createWorld({ profile, latency, faults: wrong });
    // The meeting is outside of React: it begins and ends with this screen.
    // oxlint-disable-next-line react/set-state-in-effect
    setWorld(made);
    return made.dispose;
  }, [profile, latency, wrong]);
  if (world === null) return null;
  return (
    <div
      style={{
        boxSizing: 'border-box',
        display: 'grid',
        gap: 12,
        padding: 12,
        blockSize: '100vh',
        minBlockSize: 960,
        // The three are as wide as a phone: their dialogs rise from the lower edge.
        gridTemplateColumns: 'minmax(0, 1fr) minmax(320px, 372px)',
        gridTemplateRows: 'repeat(3, minmax(0, 1fr))',
      }}
    >
      <Screen who={moderator} whole>
        <BreakoutProvider session={world.session(moderator)}>
          <MockMeeting columns={1} most={6} kit="beside">
            <BreakoutKit />
          </MockMeeting>
        </BreakoutProvider>
      </Screen>
      {others.map((id) => (
        <Screen key={id} who={id}>
          <OwnPage title={nameOf(id)}>
            {(body) => (
              <BreakoutProvider session={world.session(id)} container={body}>
                <MockMeeting columns={3} most={6} kit="above">
                  <BreakoutKit />
                </MockMeeting>
              </BreakoutProvider>
            )}
          </OwnPage>
        </Screen>
      ))}
    </div>
  );
}

interface ScreenProps {
  readonly who: string;
  readonly whole?: boolean;
  readonly children: ReactNode;
}

function Screen({ who, whole = false, children }: ScreenProps) {
  return (
    <section
      aria-label={nameOf(who)}
      style={{
        gridRow: whole ? '1 / -1' : undefined,
        minBlockSize: 0,
        minInlineSize: 0,
        borderRadius: 16,
        overflow: 'hidden',
        display: 'grid',
        gridTemplateRows: 'auto minmax(0, 1fr)',
        background: 'light-dark(#d9d5cb, #0b0a09)',
      }}
    >
      <h2 style={{ margin: 0, padding: '8px 12px 0', font: 'inherit', fontWeight: 600 }}>{nameOf(who)}</h2>
      {children}
    </section>
  );
}
