// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/hooks/list/decodeText.js';
import { readTable, readTableFile, type ListRead } from '../../src/hooks/list/readTable.js';
import { writeCsv, writeTabs } from '../../src/hooks/list/writeTable.js';
import { withoutEscape } from '../../src/planner/list/formulas.js';

const cells = (read: ListRead) => (read.ok ? read.table : read.why);
const file = (...parts: readonly BlobPart[]) => new Blob([...parts]);
const bytes = (...values: readonly number[]) => new Uint8Array(values);
const utf16 = (text: string, big: boolean) => {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return bytes(...units.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

describe('a pasted list', () => {
  test.each([
    ['Lena Vogel,Pricing\nTom Becker,2', 'commas'],
    ['Lena Vogel;Pricing\r\nTom Becker;2', 'semicolons'],
    ['Lena Vogel\tPricing\rTom Becker\t2', 'tabs, and lines as an old Mac ends them'],
    ['Lena Vogel|Pricing\nTom Becker|2\n', 'bars'],
    ['\uFEFFLena Vogel,Pricing\nTom Becker,2', 'a byte order mark in front'],
  ])('%j is read by its %s', async (text) => {
    expect((cells(await readTable(text)) as string[][]).slice(0, 2)).toEqual([
      ['Lena Vogel', 'Pricing'],
      ['Tom Becker', '2'],
    ]);
  });

  test('may have quotes, separators and line breaks inside cells', async () => {
    const read = await readTable('Name,Room\n"Vogel, Lena","The ""quiet""\nroom"\n');
    expect(cells(read)).toEqual([
      ['Name', 'Room'],
      ['Vogel, Lena', 'The "quiet"\nroom'],
    ]);
    expect(await readTable('Vogel, Lena;Pricing\nBecker, Tom;Demo')).toMatchObject({
      table: [
        ['Vogel, Lena', 'Pricing'],
        ['Becker, Tom', 'Demo'],
      ],
    });
  });

  test('with a quotation mark that is not closed loses nobody, and says where', async () => {
    const read = await readTable('Lena Vogel,1\n"Tom Becker,2\nMei Lin,3');
    expect(read).toMatchObject({ ok: true, openQuote: 2 });
    expect(cells(read)).toEqual([
      ['Lena Vogel', '1'],
      ['"Tom Becker', '2'],
      ['Mei Lin', '3'],
    ]);
  });

  test('is refused in words when it is empty or too much', async () => {
    expect(await readTable('')).toEqual({ ok: false, why: 'empty' });
    expect(await readTable(' \n;;\n')).toEqual({ ok: false, why: 'empty' });
    expect(await readTable('a,1\n'.repeat(5001))).toEqual({ ok: false, why: 'too-many-rows' });
    expect((await readTable('\n\na,1\n'.repeat(5000))).ok).toBe(true);
    expect(await readTable('x'.repeat(1_000_001))).toEqual({ ok: false, why: 'too-large' });
  });

  test('of any text is read or refused, and never throws', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', "'", '='), maxLength: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const read = await readTable(given);
        expect(read.ok || read.why === 'empty').toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file', () => {
  const text = 'José,Größe\nZoë,1\n';

  test('says how its letters are written, or they are what files have by default', async () => {
    const utf8 = new TextEncoder().encode(text);
    for (const [encoding, written] of [
      ['utf-8', file(utf8)],
      ['utf-8', file(bytes(0xef, 0xbb, 0xbf), utf8)],
      ['utf-16le', file(bytes(0xff, 0xfe), utf16(text, false))],
      ['utf-16be', file(bytes(0xfe, 0xff), utf16(text, true))],
      ['utf-16le', file(utf16(text, false))],
      ['utf-16be', file(utf16(text, true))],
    ] as const) {
      const read = await readTableFile(written);
      expect(read).toMatchObject({ ok: true, encoding, guessed: false, garbled: false });
      expect(cells(read)[0]).toEqual(['José', 'Größe']);
    }
  });

  test('in another encoding is read as a guess, which is said, and again as somebody chose', async () => {
    const western = file('Jos', bytes(0xe9), ',1');
    expect(await readTableFile(western)).toMatchObject({
      encoding: 'windows-1252',
      guessed: true,
      table: [['José', '1']],
    });
    const cyrillic = file(bytes(0xce, 0xeb, 0xfc, 0xe3, 0xe0), ',1');
    expect(await readTableFile(cyrillic)).toMatchObject({ guessed: true });
    expect(await readTableFile(cyrillic, 'windows-1251')).toMatchObject({
      guessed: false,
      table: [['Ольга', '1']],
    });
    expect(await readTableFile(western, 'utf-8')).toMatchObject({ guessed: false, garbled: true });
  });

  test('whose letters went wrong before is pointed out', async () => {
    for (const wrong of ['JosÃ©', 'GrÃ¶ÃŸe', 'Oâ€™Brien', 'Z\uFFFD'])
      expect(await readTableFile(file(`${wrong},1`))).toMatchObject({ garbled: true });
    for (const right of ['José', 'SÃO PAULO', 'Ânia', 'Ольга', '王伟'])
      expect(await readTableFile(file(`${right},1`))).toMatchObject({ garbled: false });
  });

  test('that is no list is refused in words', async () => {
    expect(await readTableFile(file(bytes(0x50, 0x4b, 0x03, 0x04, 1)))).toEqual({
      ok: false,
      why: 'spreadsheet',
    });
    expect(await readTableFile(file(bytes(0xd0, 0xcf, 0x11, 0xe0)))).toEqual({
      ok: false,
      why: 'spreadsheet',
    });
    expect(await readTableFile(file(bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 0, 2)))).toEqual({
      ok: false,
      why: 'not-text',
    });
    expect(await readTableFile(file('x'.repeat(1_000_001)))).toEqual({ ok: false, why: 'too-large' });
    expect(await readTableFile(file(''))).toEqual({ ok: false, why: 'empty' });
    const gone = { size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    expect(await readTableFile(gone)).toEqual({ ok: false, why: 'unreadable' });
  });

  test('of any bytes has some text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (any) => {
        expect(typeof decodeText(any).text).toBe('string');
      }),
    );
  });
});

describe('a written table', () => {
  test('begins with a mark for UTF-8, ends lines as spreadsheets do, and makes formulas harmless', async () => {
    const table = [
      ['Name', 'Room'],
      ['=1+1', '+1'],
      ['-2', '@SUM(A1)'],
      ['\t=1', '\r=1'],
      [' \u200B=1', '\uFF1D1'],
      ['Vogel, "Lena"', 'two\nlines'],
    ];
    const csv = await writeCsv(table);
    expect(csv).toBe(
      [
        '\uFEFFName,Room',
        `"'=1+1","'+1"`,
        `"'-2","'@SUM(A1)"`,
        `"'\t=1","'\r=1"`,
        `"' \u200B=1","'\uFF1D1"`,
        '"Vogel, ""Lena""","two\nlines"',
      ].join('\r\n'),
    );
    expect((await writeTabs([['a', '=b']])).split('\t')).toEqual(['a', `"'=b"`]);
  });

  test('is read back as it was, whatever is in it', async () => {
    const cell = fc.oneof(
      fc.string({
        unit: fc.constantFrom('=', '+', '-', '@', '\t', '\n', "'", '"', ',', ';', ' ', 'a', 'é'),
        maxLength: 6,
      }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    );
    const clean = cell.filter((text) => !/[\0\r\uFEFF]|\p{Surrogate}/u.test(text));
    const rows = fc.array(fc.tuple(clean, clean, fc.constantFrom('1', 'Pricing')), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        const csv = await writeCsv([['Name', 'Email', 'Room'], ...table]);
        const read = await readTableFile(new Blob([csv]));
        const back = (cells(read) as string[][]).slice(1).map((row) => row.map(withoutEscape));
        expect(back).toEqual(table);
      }),
      { numRuns: 500 },
    );
  });
});
