'use client';

import { useCallback, useRef, useState, type RefObject } from 'react';
import type { PersonKey } from '../../state/types.js';
import { focusFirst } from '../dialog/focus.js';
import { useBoard } from '../moving/useBoard.js';
import type { Place } from '../parts/placeIcons.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';
import { useFinding, type FindingControls } from '../planner/useFinding.js';

/** What the rail shows, and the ways to it. */
export interface DeskRail {
  /** Only people on this step of the ladder, or everybody. */
  readonly filter: Place | null;
  readonly toggleFilter: (place: Place) => void;
  readonly finding: FindingControls;
  /** Where there is little room: the search and the people of the main room are open. */
  readonly open: boolean;
  readonly toggleSearch: () => void;
  /** Brings the focus to the search, wherever it is. */
  readonly find: () => void;
  /** Shows people of the main room, with the focus on the first. */
  readonly show: (people: readonly PersonKey[]) => void;
}

/** Keeps what the rail of one desk shows. It is on this screen only. */
export function useDeskRail(search: RefObject<HTMLInputElement | null>): DeskRail {
  const board = useBoard();
  const finding = useFinding();
  const { active, clear } = finding;
  const [filter, setFilter] = useState<Place | null>(null);
  const [open, setOpen] = useState(false);
  const wantsField = useRef(false);
  // Where it was out of sight it takes the focus as soon as it is there.
  useBrowserLayoutEffect(() => {
    if (open && wantsField.current) focusFirst([search.current]);
    wantsField.current = false;
  }, [open, search]);
  const toggleFilter = useCallback((place: Place) => setFilter((now) => (now === place ? null : place)), []);
  const find = useCallback(() => {
    if (focusFirst([search.current])) return;
    wantsField.current = true;
    setOpen(true);
  }, [search]);
  const toggleSearch = useCallback(() => {
    if (!open && !active) return find();
    clear();
    setOpen(false);
  }, [open, active, clear, find]);
  const show = useCallback(
    (people: readonly PersonKey[]) => {
      clear();
      setFilter(null);
      setOpen(true);
      board.set({ focus: { list: 'desk-main', people } });
    },
    [board, clear],
  );
  return { filter, toggleFilter, finding, open, toggleSearch, find, show };
}
