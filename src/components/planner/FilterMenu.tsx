'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { PEOPLE_FILTERS, peopleByFilter } from '../../state/view/finding.js';
import { Menu } from '../menu/Menu.js';
import { MenuHeading, MenuItem } from '../menu/MenuItem.js';
import { IconButton } from '../parts/IconButton.js';
import type { FindingControls } from './useFinding.js';

/** "Show only": kinds of people to be switched on and off. It stays open, as more than one may be wanted. */
export function FilterMenu({ filters, toggle }: Pick<FindingControls, 'filters' | 'toggle'>) {
  const { people } = useMessages();
  return (
    <Menu
      trigger={
        <IconButton
          className="brk-filter"
          icon="filter"
          label={people.filter(filters.size)}
          data-on={filters.size > 0 ? '' : undefined}
        />
      }
    >
      <MenuHeading>{people.showOnly}</MenuHeading>
      <Kinds filters={filters} toggle={toggle} />
    </Menu>
  );
}

/** Drawn, and counted, only while the menu is open. */
function Kinds({ filters, toggle }: Pick<FindingControls, 'filters' | 'toggle'>) {
  const { people } = useMessages();
  const kinds = useView(peopleByFilter);
  return PEOPLE_FILTERS.map((filter) => (
    <MenuItem
      key={filter}
      checked={filters.has(filter)}
      tail={String(kinds[filter].size)}
      onSelect={(event) => {
        event.preventDefault();
        toggle(filter);
      }}
    >
      {people.filters[filter]}
    </MenuItem>
  ));
}
