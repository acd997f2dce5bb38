// Each story beside its design sheet, as one picture: npm run screens [-- SHEETS-FOLDER] [--only 04-live] [--out FOLDER].
// The sheets are PNGs at twice the size, NAME-light.png and NAME-dark.png, given as a folder.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBook, openBrowser, pictureOf } from './storybook.mjs';
import { root, run } from './run.mjs';

/** The scale of the sheets' PNGs. */
const SCALE = 2;

/**
 * Which stories show what a sheet shows, each at the width that the sheet gives it.
 * @typedef {{ id: string, width: number, height?: number }} Shown
 * @type {ReadonlyArray<{ sheet: string, stories: readonly Shown[], rtl?: boolean }>}
 */
const PAIRS = [
  { sheet: '01-planner', stories: [{ id: 'planner-roomplanner--board', width: 1148, height: 800 }] },
  {
    sheet: '01-planner-rtl',
    stories: [{ id: 'planner-roomplanner--board', width: 1148, height: 800 }],
    rtl: true,
  },
  {
    sheet: '02-moving',
    stories: [
      { id: 'planner-roomplanner--dragging', width: 1148, height: 800 },
      { id: 'planner-roomplanner--picked-up-with-keys', width: 1148, height: 800 },
      { id: 'planner-roomplanner--person-menu', width: 1148, height: 800 },
      { id: 'planner-roomplanner--bulk-menu', width: 1148, height: 800 },
      { id: 'planner-roomplanner--three-moved', width: 1148, height: 800 },
    ],
  },
  {
    sheet: '03-narrow',
    stories: [
      { id: 'planner-roomplanner--dock', width: 448, height: 768 },
      { id: 'planner-roomplanner--phone', width: 368, height: 708 },
      { id: 'planner-roomplanner--phone-sheet', width: 368, height: 708 },
    ],
  },
  {
    sheet: '04-live',
    stories: [
      { id: 'desk-livedesk--open', width: 1148 },
      { id: 'desk-livedesk--dock', width: 448 },
      { id: 'desk-livedesk--closing', width: 1148 },
      { id: 'desk-livedesk--after-closing', width: 724 },
    ],
  },
  { sheet: '04-live-rtl', stories: [{ id: 'desk-livedesk--open', width: 1148 }], rtl: true },
  {
    sheet: '05-invite',
    stories: [
      { id: 'person-invitedialog--invitation', width: 448, height: 520 },
      { id: 'person-invitedialog--sender-not-confirmed', width: 448, height: 520 },
      { id: 'person-invitedialog--moved-at-once', width: 448, height: 520 },
      { id: 'person-invitedialog--phone', width: 368, height: 560 },
    ],
  },
  {
    sheet: '06-joining',
    stories: [
      { id: 'person-joiningpanel--under-way', width: 448, height: 460 },
      { id: 'person-joiningpanel--no-answer', width: 448, height: 460 },
      { id: 'person-joiningpanel--refused-with-code', width: 448, height: 460 },
    ],
  },
  {
    sheet: '07-in-room',
    stories: [
      { id: 'person-returnbanner--in-a-room', width: 1048, height: 120 },
      { id: 'person-returnbanner--closing-soon', width: 1048, height: 120 },
      { id: 'person-returnbanner--phone', width: 368, height: 200 },
      { id: 'person-returnbanner--phone-closing', width: 368, height: 200 },
    ],
  },
  {
    sheet: '07-in-room-rtl',
    stories: [{ id: 'person-returnbanner--in-a-room', width: 1048, height: 120 }],
    rtl: true,
  },
  {
    sheet: '08-empty-and-limits',
    stories: [
      { id: 'planner-roomplanner--nobody-there', width: 450, height: 400 },
      { id: 'planner-roomplanner--lecture-mode', width: 450, height: 400 },
      { id: 'planner-roomplanner--limit', width: 1148, height: 400 },
      { id: 'desk-livedesk--another-moderator-was-first', width: 724, height: 400 },
      { id: 'desk-livedesk--everyone-is-back', width: 724, height: 400 },
    ],
  },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, out: { type: 'string', default: 'side-by-side' } },
});
const sheets = resolve(root, positionals[0] ?? 'design');
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
        try {
          const stories = [];
          for (const { id, width, height = 400 } of pair.stories) {
            const look = { width, height, scale: SCALE, dark: theme === 'dark', rtl: pair.rtl ?? false };
            const png = await pictureOf(browser, book, id, { ...look, sheetFonts: true });
            stories.push({ caption: id, png });
          }
          writeFileSync(join(out, `${name}.png`), await sideBySide(browser, { name, sheet, stories }));
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
 * @param {{ name: string, sheet: Buffer, stories: readonly { caption: string, png: Buffer }[] }} what
 */
async function sideBySide(browser, { name, sheet, stories }) {
  const gap = 16;
  const column = pngSize(sheet).width / SCALE;
  const page = await browser.newPage({ viewport: { width: Math.ceil(column * 2 + gap * 3), height: 400 } });
  try {
    const sheetFigure = figure({ caption: `Design sheet: ${name}`, png: sheet });
    await page.setContent(
      `<body style="margin:0;background:#777;color:#fff;font:600 14px/1.4 Inter,sans-serif;display:flex;gap:${String(gap)}px;padding:${String(gap)}px;align-items:flex-start;width:max-content">` +
        `${sheetFigure}<div style="inline-size:${String(column)}px;display:flex;flex-wrap:wrap;gap:${String(gap)}px">${stories.map(figure).join('')}</div></body>`,
      { waitUntil: 'load' },
    );
    return await page.screenshot({ fullPage: true });
  } finally {
    await page.close();
  }
}

/** @param {{ caption: string, png: Buffer }} what */
function figure({ caption, png }) {
  const width = String(pngSize(png).width / SCALE);
  return `<figure style="margin:0"><figcaption style="padding-bottom:8px">${caption}</figcaption><img style="display:block" width="${width}" src="data:image/png;base64,${png.toString('base64')}"></figure>`;
}

/** The size that a PNG says of itself, in pixels. @param {Buffer} png */
function pngSize(png) {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
