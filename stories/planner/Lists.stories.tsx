import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { RoomPlanner } from '../../src/components/planner/RoomPlanner.js';
import { planning } from '../scenes/planning.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';

interface ListStoryProps {
  /** The moment to be shown. */
  readonly moment: () => Promise<Scene>;
}

const meta = {
  title: 'Planner/Lists',
  loaders: [loadScene],
  render: (_, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={1100}>
      <RoomPlanner />
    </SceneStage>
  ),
  args: { moment: () => planning() },
} satisfies Meta<ListStoryProps>;

export default meta;
type Story = StoryObj<typeof meta>;

const page = () => within(document.body);

async function openFromMenu(canvasElement: HTMLElement, item: string): Promise<HTMLElement> {
  await userEvent.click(within(canvasElement).getByRole('button', { name: 'More options' }));
  await userEvent.click(await page().findByRole('menuitem', { name: item }));
  return page().findByRole('dialog');
}

/** Somebody drops a file on the open dialog. */
function drop(dialog: HTMLElement, file: File): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(file);
  dialog.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
}

const everyKind = `Name,Email,Room,Lead
Yusuf Demir,,Onboarding,
Priya Nair,,Pricing,yes
Omar Haddad,,Pricing,
Grace Kim,,1,
Vogel Lena,,Pricing,
Jonas Webber,,Onboarding,
A. Diallo,,Research,
Maria Silva,,Pricing,
Noah Weber,,2,
Noah Weber,,3,
Ada Lovelace,ada@example.org,Quiet corner,
Alan Turing,,Quiet corner,
=HYPERLINK("x"),,Pricing,
Mei Tanaka,,Main room,
`;

/** The first step: nothing is pasted yet. */
export const Paste: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await openFromMenu(canvasElement, 'Import a list…');
    await expect(within(dialog).getByRole('textbox', { name: 'The list' })).toBeVisible();
  },
};

/** The second step with everything that may need a look. */
export const Preview: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await openFromMenu(canvasElement, 'Import a list…');
    await userEvent.click(within(dialog).getByRole('textbox', { name: 'The list' }));
    await userEvent.paste(everyKind);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Look at it' }));
    await expect(await within(dialog).findByRole('heading', { name: 'Before it is applied' })).toBeVisible();
  },
};

/** A file that is too large: refused in words, tied to the field. */
export const TooLarge: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await openFromMenu(canvasElement, 'Import a list…');
    drop(dialog, new File(['x'.repeat(1_000_001)], 'everybody.csv'));
    await expect(await within(dialog).findByText(/larger than 1 MB/u, { selector: 'p span' })).toBeVisible();
  },
};

/** A file that does not say how its letters are written: read as a guess, with a choice. */
export const WrongEncoding: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await openFromMenu(canvasElement, 'Import a list…');
    const cyrillic = new Uint8Array([0xce, 0xeb, 0xfc, 0xe3, 0xe0]);
    drop(dialog, new File([cyrillic, ',Pricing\nLena Vogel,Onboarding\n'], 'group.csv'));
    await expect(await within(dialog).findByRole('combobox', { name: 'Letters' })).toBeVisible();
  },
};

/** The plan as text, to be copied or saved. */
export const Export: Story = {
  play: async ({ canvasElement }) => {
    const dialog = await openFromMenu(canvasElement, 'Export the plan…');
    await expect(within(dialog).getByRole('textbox', { name: 'The plan as text' })).toBeVisible();
  },
};

/** Who of a list has not joined yet. */
export const NotHereYet: Story = {
  args: {
    moment: async () => {
      const scene = await planning();
      const { store, actions } = scene.session('ana');
      const [one = '', two = ''] = store.getState().plan.rooms.map(({ key }) => key);
      const nobody = { person: null, email: null, userRef: null, lead: null, locked: null };
      actions.applyList({
        added: [],
        renamed: [],
        people: [
          { ...nobody, name: 'Ada Lovelace', to: one },
          { ...nobody, name: 'Alan Turing', to: two },
          { ...nobody, name: null, email: 'grace@example.org', to: 'main' },
        ],
      });
      return scene;
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [more] = canvas.queryAllByRole('button', { name: /^\d+ more$/u });
    if (more) await userEvent.click(more);
    await userEvent.click(canvas.getByRole('button', { name: 'Show them' }));
    await expect(await page().findByRole('dialog')).toBeVisible();
  },
};
