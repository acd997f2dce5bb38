// Each story beside its design sheet, as one picture: npm run screens [-- SHEETS-FOLDER] [--only 04-live] [--out FOLDER].
// The sheets are PNGs at twice the size, NAME-light.png and NAME-dark.png, by default in ../shared/design.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBook, openBrowser, pictureOf } from './storybook.mjs';
import { root, run } from './run.mjs';

/** The scale of the sheets' PNGs. */
const SCALE = 2;

/** Which story shows what a sheet shows. The width is the sheet's own unless it is given. @type {ReadonlyArray<{ sheet: string, story: string, width?: number, rtl?: boolean }>} */
const PAIRS = [
  { sheet: '01-planner', story: 'sheets--planner' },
  { sheet: '02-moving', story: 'sheets--moving' },
  { sheet: '03-narrow', story: 'sheets--narrow' },
  { sheet: '04-live', story: 'sheets--live' },
  { sheet: '05-invite', story: 'sheets--invite' },
  { sheet: '06-joining', story: 'sheets--joining' },
  { sheet: '07-in-room', story: 'sheets--in-room' },
  { sheet: '08-empty-and-limits', story: 'sheets--empty-and-limits' },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, out: { type: 'string', default: 'side-by-side' } },
});
const sheets = resolve(root, positionals[0] ?? '../shared/design');
const out = resolve(root, values.out);
const wanted = PAIRS.filter(({ sheet }) => !values.only || values.only.includes(sheet));

if (!existsSync(sheets)) {
  console.log(
    `The design sheets are not in ${sheets}, so there is nothing to lay the stories beside.\n` +
      'Give their folder: npm run screens -- FOLDER. A picture of one story alone: npm run screenshot -- STORY-ID',
  );
} else if (!run('node', ['scripts/setup-browser.mjs', '--fonts'])) {
  process.exitCode = 1;
} else {
  await layAllSideBySide();
}

async function layAllSideBySide() {
  const book = await openBook();
  const browser = await openBrowser();
  mkdirSync(out, { recursive: true });
  try {
    for (const pair of wanted) {
      for (const theme of /** @type {const} */ (['light', 'dark'])) {
        const name = `${pair.sheet}-${theme}`;
        const file = join(sheets, `${name}.png`);
        if (!existsSync(file)) {
          console.log(`${name}: there is no such sheet in ${sheets}.`);
          continue;
        }
        const sheet = readFileSync(file);
        const size = pngSize(sheet);
        try {
          const story = await pictureOf(browser, book, pair.story, {
            width: pair.width ?? size.width / SCALE,
            height: size.height / SCALE,
            scale: SCALE,
            dark: theme === 'dark',
            rtl: pair.rtl ?? false,
            sheetFonts: true,
          });
          writeFileSync(join(out, `${name}.png`), await sideBySide(browser, { name, sheet, story, pair }));
          console.log(join(out, `${name}.png`));
        } catch (error) {
          console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
          process.exitCode = 1;
        }
      }
    }
  } finally {
    await browser.close();
    await book.close();
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {{ name: string, sheet: Buffer, story: Buffer, pair: { story: string } }} what
 */
async function sideBySide(browser, { name, sheet, story, pair }) {
  const columns = [
    { caption: `Design sheet: ${name}`, png: sheet },
    { caption: `Story: ${pair.story}`, png: story },
  ];
  const gap = 16;
  const width = columns.reduce((sum, { png }) => sum + pngSize(png).width / SCALE + gap, gap);
  const page = await browser.newPage({ viewport: { width: Math.ceil(width), height: 400 } });
  try {
    await page.setContent(
      `<body style="margin:0;background:#777;color:#fff;font:600 14px/1.4 Inter,sans-serif;display:flex;gap:${String(gap)}px;padding:${String(gap)}px;align-items:flex-start;width:max-content">${columns
        .map(
          ({ caption, png }) =>
            `<figure style="margin:0"><figcaption style="padding-bottom:8px">${caption}</figcaption><img style="display:block" width="${String(pngSize(png).width / SCALE)}" src="data:image/png;base64,${png.toString('base64')}"></figure>`,
        )
        .join('')}</body>`,
      { waitUntil: 'load' },
    );
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}

/** The size that a PNG says of itself, in pixels. @param {Buffer} png */
function pngSize(png) {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
