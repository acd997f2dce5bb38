// A picture of one story: npm run screenshot -- STORY-ID [--width 320] [--height 600] [--dark] [--rtl] [--forced-colors]
// [--scale 2] [--sheet-fonts] [--out FILE.png]. Without an id it lists the ids.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBook, openBrowser, pictureOf } from './storybook.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1148' },
    height: { type: 'string', default: '600' },
    scale: { type: 'string', default: '1' },
    dark: { type: 'boolean', default: false },
    rtl: { type: 'boolean', default: false },
    'forced-colors': { type: 'boolean', default: false },
    'sheet-fonts': { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});

const book = await openBook();
try {
  if (positionals.length === 0) {
    console.log(`Which story? There are:\n  ${book.ids.join('\n  ')}`);
    process.exitCode = 1;
  } else {
    const browser = await openBrowser();
    try {
      for (const story of positionals) {
        const picture = await pictureOf(browser, book, story, {
          width: Number(values.width),
          height: Number(values.height),
          scale: Number(values.scale),
          dark: values.dark,
          rtl: values.rtl,
          forcedColors: values['forced-colors'],
          sheetFonts: values['sheet-fonts'],
        });
        const out = resolve(
          positionals.length === 1 && values.out ? values.out : `temp/screenshots/${story}.png`,
        );
        mkdirSync(dirname(out), { recursive: true });
        writeFileSync(out, picture);
        console.log(out);
      }
    } finally {
      await browser.close();
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await book.close();
}
