'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { offerView } from '../state/view/choosing.js';
import type { OfferView } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useRoomChoice} gives. */
export interface RoomChoiceControls {
  /** The rooms to choose from with their seats, and this person's own; `null` while no moderator lets people choose. */
  readonly offer: OfferView | null;
  /** Asks for a seat. It is this person's when `offer.chosen` says so; `offer.refused` says why not. EnableX: `sendUserData`. */
  readonly pick: Actions['pickRoom'];
  /** Gives the seat back. */
  readonly giveBack: Actions['givePickBack'];
  /** Keeps it as a chip. The seat stays. */
  readonly putAside: Actions['putOfferAside'];
  readonly takeUp: Actions['takeUpOffer'];
}

/** Reads the rooms that this person may choose from before they open, and gives the ways to choose. */
export function useRoomChoice(): RoomChoiceControls {
  const offer = useView(offerView);
  const actions = useActions();
  return useMemo(
    () => ({
      offer,
      pick: actions.pickRoom,
      giveBack: actions.givePickBack,
      putAside: actions.putOfferAside,
      takeUp: actions.takeUpOffer,
    }),
    [offer, actions],
  );
}
