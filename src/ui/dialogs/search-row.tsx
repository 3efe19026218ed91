import type { ReactNode } from 'react';
import { markTerms } from '../../state/find-places.ts';
import type { SearchEntry } from '../../state/search-index.ts';
import { formatNumber } from '../../text/numbers.ts';
import { KeyCaps } from '../commands/key-caps.tsx';
import { CandidateSign } from '../parts/candidate-sign.tsx';
import { ParcelSign } from '../parts/parcel-sign.tsx';
import { FacilitySign } from '../parts/facility-sign.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import type { SearchItem } from './search-items.ts';

/** About a metre. */
const DECIMALS = 5;

/** What a row says in one line: read out, and found by typing ahead. */
export function useRowText(): (item: SearchItem) => string {
  const texts = useTexts();
  const t = texts.commands.search;
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  return (item) => {
    switch (item.is) {
      case 'entry':
        return [item.entry.name, ...item.entry.details].join(', ');
      case 'command':
        return item.command.name(texts, language);
      case 'place': {
        const [lon, lat] = item.at;
        const degrees = (angle: number): string => Math.abs(angle).toFixed(DECIMALS).replace(/0+$/, '0');
        return [
          (lon < 0 ? t.west : t.east)(`${degrees(lon)}°`),
          (lat < 0 ? t.south : t.north)(`${degrees(lat)}°`),
        ].join(texts.workspace.listSeparator);
      }
      default:
        return t.more(formatNumber(item.count));
    }
  };
}

/** One line of the results: what it is, what it is called, where it belongs. */
export function SearchRow({ item, terms }: { readonly item: SearchItem; readonly terms: readonly string[] }) {
  const t = useTexts().commands;
  const text = useRowText()(item);
  if (item.is === 'entry') {
    const { entry } = item;
    return (
      <Row
        sign={<EntrySign entry={entry} />}
        name={<Marked text={entry.name} terms={terms} />}
        aside={
          entry.kind === 'unit' || entry.id === entry.name ? null : (
            <span className="search-id">
              <Marked text={entry.id} terms={terms} />
            </span>
          )
        }
      >
        {entry.details.map((detail) => (
          <span key={detail}>
            <Marked text={detail} terms={terms} />
          </span>
        ))}
      </Row>
    );
  }
  if (item.is === 'command') {
    return (
      <Row
        sign={<Icon name="command" size={14} />}
        name={<Marked text={text} terms={terms} />}
        aside={<KeyCaps keys={item.command.keys.slice(0, 1)} />}
      >
        <OnMark item={item} />
      </Row>
    );
  }
  if (item.is === 'place') {
    return (
      <Row sign={<Icon name="target" size={14} />} name={text} aside={null}>
        {item.read === null ? null : <span>{t.search[item.read]}</span>}
        {item.outside ? <strong className="ink-short">{t.search.outside}</strong> : <span>{t.search.inside}</span>}
      </Row>
    );
  }
  return <Row sign={<Icon name="down" size={12} />} name={<span className="muted">{text}</span>} aside={null} />;
}

function OnMark({ item }: { readonly item: SearchItem & { readonly is: 'command' } }) {
  const t = useTexts().commands;
  const on = useWorkspaceState((state) => item.command.isOn?.(state) ?? false);
  return on ? <span className="badge">{t.isOn}</span> : null;
}

function Row({
  sign,
  name,
  aside,
  children,
}: {
  readonly sign: ReactNode;
  readonly name: ReactNode;
  readonly aside: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <>
      <span className="search-sign">{sign}</span>
      <span className="search-name">{name}</span>
      <span className="search-details">{children}</span>
      {aside}
    </>
  );
}

function EntrySign({ entry: { kind, id } }: { readonly entry: SearchEntry }) {
  const type = useWorkspaceState(({ plan }) => plan.facilities.get(id)?.type);
  const site = useWorkspaceState(({ plan }) => plan.candidates.get(id)?.kind);
  if (kind === 'facility' && type !== undefined) return <FacilitySign type={type} size={14} />;
  if (kind === 'candidate' && site !== undefined) return <CandidateSign kind={site} size={14} />;
  if (kind === 'parcel') return <ParcelSign size={14} />;
  return <Icon name={kind === 'unit' ? 'map' : 'area'} size={14} />;
}

/** A text with what was looked for in it set off. */
function Marked({ text, terms }: { readonly text: string; readonly terms: readonly string[] }) {
  let at = 0;
  return markTerms(text, terms).map((stretch) => {
    const start = at;
    at += stretch.text.length;
    return stretch.found ? <mark key={start}>{stretch.text}</mark> : <span key={start}>{stretch.text}</span>;
  });
}
