'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { PersonKey } from '../../state/types.js';
import { labelOf } from '../moving/labels.js';

/** More names than this and the rest is a number. */
const NAMES = 3;

/** People by name in one phrase: "Grace Kim, Hana Novak and 2 people". Empty for nobody. */
export function useNames(people: readonly PersonKey[]): string {
  const messages = useMessages();
  const names = useView((state) => people.slice(0, NAMES).map((key) => labelOf(state, key, messages)));
  const others = people.length - names.length;
  const { common } = messages;
  return names.length === 0 ? '' : common.names(others > 0 ? [...names, common.people(others)] : names);
}
