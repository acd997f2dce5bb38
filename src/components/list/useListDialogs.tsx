'use client';

import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { MenuItem } from '../menu/MenuItem.js';
import { Icon } from '../parts/Icon.js';

// Most meetings never see a list: its screens come when they are asked for.
const ImportDialog = lazy(() => import('./ImportDialog.js'));
const ExportDialog = lazy(() => import('./ExportDialog.js'));
const ExpectedDialog = lazy(() => import('./ExpectedDialog.js'));

type ListDialog = 'import' | 'export' | 'expected';

/** What {@link useListDialogs} gives. */
interface ListDialogs {
  /** The two entries of a menu. */
  readonly items: ReactNode;
  /** The dialog that is open, if any. Stands beside the menu, which is gone by then. */
  readonly dialog: ReactNode;
  readonly open: (dialog: ListDialog) => void;
}

/**
 * The dialogs for lists, and the entries of a menu that open them.
 *
 * @param onClosed - After the focus has gone back, if there was something to go back to.
 */
export function useListDialogs(onClosed?: () => void): ListDialogs {
  const { list } = useMessages();
  const [open, setOpen] = useState<ListDialog | null>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (open === null && wasOpen.current) onClosed?.();
    wasOpen.current = open !== null;
  });
  const close = () => setOpen(null);
  return {
    open: setOpen,
    items: (
      <>
        <MenuItem icon={<Icon name="import" />} onSelect={() => setOpen('import')}>
          {list.import}
        </MenuItem>
        <MenuItem icon={<Icon name="save" />} onSelect={() => setOpen('export')}>
          {list.export}
        </MenuItem>
      </>
    ),
    dialog: open !== null && (
      <Suspense fallback={null}>
        {open === 'import' && <ImportDialog onClose={close} />}
        {open === 'export' && <ExportDialog onClose={close} />}
        {open === 'expected' && <ExpectedDialog onClose={close} />}
      </Suspense>
    ),
  };
}
