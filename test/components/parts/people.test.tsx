import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Avatar } from '../../../src/components/parts/Avatar.js';
import { AvatarStack } from '../../../src/components/parts/AvatarStack.js';
import { Chip } from '../../../src/components/parts/Chip.js';
import { Count } from '../../../src/components/parts/Count.js';
import { personHue } from '../../../src/components/parts/personHue.js';
import { PersonName } from '../../../src/components/parts/PersonName.js';
import { Plate } from '../../../src/components/parts/Plate.js';

const root = (element: React.ReactElement) => render(element).container.firstElementChild as HTMLElement;

describe('an avatar', () => {
  it('shows the initials, and the name is read from beside it', () => {
    const avatar = root(<Avatar personKey="c-1" name="Lena Vogel" />);
    expect(avatar).toHaveTextContent(/^LV$/);
    expect(avatar).toHaveAttribute('aria-hidden', 'true');
  });

  it('of somebody without a visible name shows a figure', () => {
    const avatar = root(<Avatar personKey="c-1" name={'\u200B'} />);
    expect(avatar).toHaveTextContent('');
    expect(avatar.querySelector('svg')).not.toBeNull();
  });

  it('keeps its hue when the name changes, and differs between people of one name', () => {
    const { container, rerender } = render(<Avatar personKey="c-1" name="Maria Silva" />);
    const hue = () => (container.firstElementChild as HTMLElement).style.getPropertyValue('--brk-person-h');
    const first = hue();
    expect(first).toBe(String(personHue('c-1')));
    rerender(<Avatar personKey="c-1" name="Maria Costa" />);
    expect(hue()).toBe(first);
    rerender(<Avatar personKey="c-2" name="Maria Silva" />);
    expect(hue()).not.toBe(first);
  });

  it('falls back to the initials when the picture does not load', () => {
    const avatar = root(
      <Avatar personKey="c-1" name="Lena Vogel" avatarUrl="https://example.test/lena.png" />,
    );
    fireEvent.error(avatar.querySelector('img')!);
    expect(avatar).toHaveTextContent(/^LV$/);
  });

  it('hues are whole degrees, spread over the circle', () => {
    const hues = Array.from({ length: 360 }, (_, at) => personHue(`c-${at}`));
    expect(hues.every((hue) => Number.isInteger(hue) && hue >= 0 && hue < 360)).toBe(true);
    const sectors = new Set(hues.map((hue) => Math.floor(hue / 30)));
    expect(sectors.size).toBe(12);
  });

  it('the HTML of a server carries no style attribute', () => {
    expect(renderToString(<Avatar personKey="c-1" name="Lena Vogel" />)).not.toContain('style=');
  });
});

it('a stack draws three people and counts the rest', () => {
  const people = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva'].map((name) => ({ personKey: name, name }));
  expect(root(<AvatarStack people={people} />)).toHaveTextContent('ABC+2');
  expect(root(<AvatarStack people={people.slice(0, 3)} />)).toHaveTextContent('ABC');
});

describe('a name', () => {
  it('is isolated, cleaned, and not for translators', () => {
    const name = root(<PersonName name={'Ana\u2069\u202E Ruiz'} />);
    expect(name.tagName).toBe('BDI');
    expect(name).toHaveTextContent(/^Ana Ruiz$/);
    expect(name).toHaveAttribute('translate', 'no');
    expect(name).toHaveAttribute('title', 'Ana Ruiz');
  });

  it('that is markup stays text', () => {
    const name = root(<PersonName name="<img src=x onerror=alert(1)>" />);
    expect(name.children).toHaveLength(0);
  });

  it('that shows nothing is the guest’s', () => {
    expect(root(<PersonName name={'\u202E'} guestName="Guest 3" />)).toHaveTextContent('Guest 3');
  });
});

describe('a chip', () => {
  it('is named by the person, their number among twins, and their marks', () => {
    render(
      <Chip personKey="c-1" name="Maria Silva" twin={2} lead="Room lead" locked="Stays here" main={{}} />,
    );
    expect(screen.getByRole('button')).toHaveAccessibleName('Maria Silva (2) Room lead Stays here');
  });

  it('without anything to press, the main part is text', () => {
    render(<Chip personKey="c-1" name="Maria Silva" />);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Maria Silva')).toBeVisible();
  });

  it('a press on its menu is not a press on the person', async () => {
    const pressed: string[] = [];
    render(
      <Chip
        personKey="c-1"
        name="Maria Silva"
        main={{ onClick: () => pressed.push('person') }}
        menu={<button onClick={() => pressed.push('menu')}>Move</button>}
      />,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Move' }));
    await userEvent.click(screen.getByRole('button', { name: 'Maria Silva' }));
    expect(pressed).toEqual(['menu', 'person']);
  });

  it('as a row of a grid has one cell', () => {
    render(
      <div role="grid" aria-label="Not assigned">
        <Chip role="row" tabIndex={0} aria-selected cell selected personKey="c-1" name="Maria Silva" />
      </div>,
    );
    const row = screen.getByRole('row', { selected: true });
    expect(row.children).toHaveLength(1);
    expect(screen.getByRole('gridcell')).toHaveTextContent('Maria Silva');
    expect(row).toHaveAttribute('data-selected', 'true');
  });
});

describe('figures', () => {
  it('a count reads from left to right in any text', () => {
    const bdi = root(<Count value={4} of={6} />).querySelector('bdi');
    expect(bdi).toHaveAttribute('dir', 'ltr');
    expect(bdi).toHaveTextContent('4/6');
  });

  it('what a room would hold stands beside what it holds', () => {
    expect(root(<Count value={3} next={6} of={6} />)).toHaveTextContent('3 → 6/6');
  });

  it('a count over the limit says by how much, in words and with its octagon', () => {
    const count = root(<Count value={7} of={6} over="over by 1" />);
    expect(count).toHaveTextContent('7/6 over by 1');
    expect(count).toHaveAttribute('data-state', 'over');
    expect(count.querySelector('svg')).not.toBeNull();
  });

  it.each([
    [1, '1'],
    [10, '10'],
    [11, '1'],
    [100, '10'],
    ['main', 'main'],
  ] as const)('room %s has the hue of %s', (room, hue) => {
    expect(root(<Plate room={room} />)).toHaveAttribute('data-room', hue);
  });
});
