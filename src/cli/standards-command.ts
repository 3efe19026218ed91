import { loadStandards } from '../core/standards/load-standards.ts';
import { periodText } from '../core/standards/periods.ts';
import type { Citation, DatedValue, Standard } from '../core/standards/standard.ts';
import { chooseStandard, problemLine, shippedStandards } from './choose-standard.ts';
import type { Command } from './command.ts';
import type { Speech } from './host.ts';
import { oneLine } from './one-line.ts';
import type { Arguments } from './parse-arguments.ts';
import { readText } from './read-file.ts';
import { Unusable } from './unusable.ts';

export const standardsCommand: Command = {
  name: 'standards',
  options: { json: 'flag' },
  usage: ({ cli }) => cli.standardsUsage,
  run(given, problems, speech) {
    const [name = 'list', ...rest] = given.positionals;
    const { cli } = speech.texts;
    const verb = VERBS.find((one) => one.name === name);
    if (!verb) {
      throw new Unusable([...problems, cli.optionInvalid('standards', name, VERBS.map((one) => one.name).join(', '))]);
    }
    if (given.has('json') && name !== 'show') problems.push(cli.optionUnknown('--json', `standards ${name}`));
    if (rest.length < verb.least) problems.push(cli.optionMissing(verb.takes));
    for (const extra of rest.slice(verb.most)) problems.push(cli.argumentUnexpected(extra));
    if (problems.length > 0) throw new Unusable(problems);
    verb.run(rest, given, speech);
  },
};

type Run = (names: readonly string[], given: Arguments, speech: Speech) => void;

const list: Run = (_names, _given, { host, language, texts }) => {
  for (const { standard } of shippedStandards(host)) {
    const { id, version, status, jurisdiction, title } = standard;
    const zh = language === 'zh-CN';
    const cells = [
      id,
      version,
      texts.cli.status[status],
      ...[jurisdiction, title].map((one) => (zh ? one.zh : one.en)),
    ];
    host.print(`${cells.map(oneLine).join('\t')}\n`);
  }
};

const show: Run = ([name], given, speech) => {
  const { standard, text, sha256 } = chooseStandard(name!, speech, speech.texts.cli.standardUnknown);
  speech.host.print(given.has('json') ? text : `${describe(standard, sha256, speech).join('\n')}\n`);
};

const check: Run = (names, _given, speech) => {
  const { host, texts } = speech;
  const files: { name: string; text: string }[] = [];
  const lines: string[] = [];
  for (const name of names) {
    try {
      files.push({ name, text: readText(name, speech) });
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      lines.push(...error.lines);
    }
  }
  const { standards, problems } = loadStandards(files);
  lines.push(...problems.map((problem) => problemLine(problem, texts)));
  const bad = new Set(problems.map(({ file }) => file));
  const good = files.filter(({ name }) => !bad.has(name));
  for (const [index, { name }] of good.entries()) {
    const { id, version, rules } = standards[index]!.standard;
    host.print(`${texts.cli.standardGood(name, id, version, Object.values(rules).flat().length)}\n`);
  }
  if (lines.length > 0) throw new Unusable(lines);
};

/** What can be done with standards, and how many names each takes. */
const VERBS: readonly { name: string; takes: string; least: number; most: number; run: Run }[] = [
  { name: 'list', takes: '', least: 0, most: 0, run: list },
  { name: 'show', takes: 'ID|FILE', least: 1, most: 1, run: show },
  { name: 'check', takes: 'FILE', least: 1, most: Infinity, run: check },
];

/** A document for reading: what it is, then every figure with its citation. */
function describe(standard: Standard, sha256: string, { language, texts }: Speech): string[] {
  const { show: words, status } = texts.cli;
  const say = (both: { zh: string; en: string }): string => (language === 'zh-CN' ? both.zh : both.en);
  const head: [string, string][] = [
    [words.status, status[standard.status]],
    [words.version, `${standard.version} (sha256 ${sha256})`],
    [words.number, standard.number ?? words.none],
    [words.issuer, say(standard.issuer)],
    [words.jurisdiction, say(standard.jurisdiction)],
    [words.issued, standard.issued],
    [words.effective, periodText(standard.effective)],
    [words.certainty, standard.certainty],
    [words.source, standard.source],
    ...(standard.note ? [[words.note, say(standard.note)] as [string, string]] : []),
  ];
  const cite = ({ clause, quote }: Citation): string =>
    `${words.clause} ${clause}; ${words.quote}: ${quote === null ? words.noQuote : `“${quote}”`}`;
  const lines = [`${standard.id}: ${say(standard.title)}`, ...head.map(([key, value]) => `  ${key}: ${value}`)];
  for (const [rule, values] of Object.entries<readonly DatedValue[]>(standard.rules)) {
    for (const value of values) {
      const period = (value.from ?? value.to) ? ` (${periodText(value)})` : '';
      lines.push('', `${rule}: ${value.value} ${value.unit}${period}`, `  ${cite(value)}`);
      if (value.deadline) {
        const { document, date } = value.deadline;
        lines.push(`  ${words.deadline} ${date}; ${document ? `${say(document)} ` : ''}${cite(value.deadline)}`);
      }
    }
  }
  return lines;
}
