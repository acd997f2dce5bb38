import { DROP_NOTE } from '../drag/dropNote.js';

/**
 * What a room would take of the people in hand. Empty for React: its words are written with `data-drop`, so that people
 * can be lifted and taken across ten rooms and nothing is drawn again. Seen only; a live region says what is heard.
 */
export const DropNote = () => <p className="brk-drop" aria-hidden="true" {...{ [DROP_NOTE]: '' }} />;
