'use client';

import { useEffect } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { Messages } from '../../messages.js';
import type { State } from '../../state/types.js';

/** Faster than this nobody can listen. */
const QUIET_MS = 2000;

/** What happened to people between two moments, in words; empty when nothing worth a word did. */
export type NewsBetween = (before: State, after: State, messages: Messages) => string;

/** Whether anything happened that could be worth a word: asked at each change of the state, so it only compares. */
export type HasNews = (before: State, after: State) => boolean;

const ofPeople: HasNews = (before, after) => before.people !== after.people;

/**
 * Says what others did, merged: at most one sentence in two seconds, however many people come, go or move.
 *
 * @param newsBetween Keep it the same at each draw.
 * @param settle How long to wait for more of the same before the first word, in milliseconds.
 * @param hasNews What it is about. Keep it the same at each draw.
 */
export function useNews(newsBetween: NewsBetween, settle = 0, hasNews: HasNews = ofPeople): void {
  const { session, messages, announcer } = useKit('useNews');
  useEffect(() => {
    const { store, clock } = session;
    let told = store.getState();
    let waiting: (() => void) | null = null;
    const tell = () => {
      waiting = null;
      const now = store.getState();
      const news = newsBetween(told, now, messages);
      told = now;
      if (news === '') return;
      announcer.say(news);
      waiting = clock.after(QUIET_MS, tell);
    };
    const stop = store.subscribe((state, before) => {
      // A burst comes as one change of the state; what follows within two seconds waits for the next sentence.
      if (!hasNews(before, state) || waiting !== null) return;
      if (settle === 0) tell();
      else waiting = clock.after(settle, tell);
    });
    return () => {
      stop();
      waiting?.();
    };
  }, [session, messages, announcer, newsBetween, settle, hasNews]);
}
