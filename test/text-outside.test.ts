import { describe, expect, it } from 'vitest';
import { sourcesUnder } from './sources.ts';
import { strayTextOf } from './text-outside/find-text.ts';

/**
 * Files outside `src/text/` in which Chinese may stand, each with its reason. It must be a word of the files'
 * vocabulary: what people's files say, those written for them included, never what the tool says.
 */
const VOCABULARY: Readonly<Record<string, string>> = {
  'src/core/export/export-words.ts': 'names of tables, yes and no, as written into files whose headers are Chinese',
  'src/core/geo/parse-coordinate.ts': 'directions, degrees, minutes and seconds as people type them',
  'src/core/import/age-band-header.ts': 'ages as people write them in headers',
  'src/core/import/columns.ts': 'headers under which people keep the columns, and units in brackets after them',
  'src/core/import/frequent-characters.ts': 'characters by whose frequency an encoding is told',
  'src/core/import/read-cell.ts': 'what people write in a cell for unknown, yes and no',
  'src/core/import/read-serves.ts': 'the full-width colon and semicolon of a typed list',
  'src/core/import/words.ts': 'values under which people keep types, states and classes',
};

describe('what a person sees is written in src/text/ alone', () => {
  const sources = sourcesUnder('src').filter(({ path }) => !path.startsWith('src/text/'));

  it('no Chinese, no letters in JSX, no spoken attribute elsewhere', () => {
    const stray = sources.filter(({ path }) => !(path in VOCABULARY)).flatMap(strayTextOf);
    expect(stray.map(({ path, line, text, why }) => `${path}:${line} ${why}: ${text}`)).toEqual([]);
  });

  it.each(Object.keys(VOCABULARY))('%s still needs its exception, and for Chinese words only', (path) => {
    const kinds = sources.filter((one) => one.path === path).flatMap((one) => strayTextOf(one).map(({ why }) => why));
    expect([...new Set(kinds)]).toEqual(['Chinese']);
  });
});

function finds(text: string): string[] {
  return strayTextOf({ path: 'src/ui/made-up.tsx', text }).map((one) => `${one.why}: ${one.text}`);
}

describe('the finder', () => {
  it.each([
    ['const x = "缺口";', ['Chinese: 缺口']],
    ['const x = `共 ${n} 个`;', ['Chinese: 共', 'Chinese: 个']],
    ['const x = { 户数: 1 };', ['Chinese: 户数']],
    ['const x = "（";', ['Chinese: （']],
    ['const x = <p>Gap list</p>;', ['JSX text: Gap list']],
    ['const x = <>{open ? "Open" : `Closed ${n}`}</>;', ['JSX text: Open', 'JSX text: Closed']],
    ['const x = <p>{n && "more"} {"a" + n}</p>;', ['JSX text: more', 'JSX text: a']],
    ['const x = <button aria-label="Close" />;', ['attribute: Close']],
    ['const x = <img alt={`Map of ${city}`} />;', ['attribute: Map of']],
    ['document.title = "Yiquan";', ['DOM text: Yiquan']],
    ['element.setAttribute("aria-label", "Map");', ['DOM text: Map']],
  ])('sees the text in %s', (text, expected) => {
    expect(finds(text)).toEqual(expected);
  });

  it.each([
    'const x = <p className="gap">{t.gapList} · {n} %</p>; // 缺口',
    'const x = <button aria-label={t.close} data-kind="close" role="img" />;',
    'const x = <p>{kind === "open" ? t.open : t.closed}{items.map((one) => pick(one, "name"))}</p>;',
    'const pattern = /[（(]/;',
    'element.className = "title"; element.setAttribute("role", "button");',
  ])('leaves alone %s', (text) => {
    expect(finds(text)).toEqual([]);
  });
});
