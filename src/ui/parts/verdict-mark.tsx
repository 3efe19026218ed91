import type { Verdict } from '../../core/checks/result.ts';

const CROSS = 'M4.5 4.5l5 5M9.5 4.5l-5 5';
const TICK = 'M3.8 7.3l2.3 2.3 4.2-5';

/** A verdict as a sign: told apart by shape first, colour second. `title` is read out and shown on hover. */
export function VerdictMark({
  verdict,
  title,
  size = 14,
}: {
  readonly verdict: Verdict;
  readonly title?: string;
  readonly size?: number;
}) {
  const colour = `var(--verdict-${verdict.replaceAll('_', '-')})`;
  return (
    <svg
      className="verdict-mark"
      width={size}
      height={size}
      viewBox="0 0 14 14"
      {...(title === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': title })}
    >
      {title === undefined ? null : <title>{title}</title>}
      <Sign verdict={verdict} colour={colour} />
    </svg>
  );
}

function Sign({ verdict, colour }: { readonly verdict: Verdict; readonly colour: string }) {
  const stroke = { fill: 'none', strokeWidth: 1.7, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  switch (verdict) {
    case 'short':
      return (
        <>
          <rect x="0.5" y="0.5" width="13" height="13" rx="2.5" fill={colour} />
          <path d={CROSS} stroke="var(--surface)" {...stroke} />
        </>
      );
    case 'met':
      return (
        <>
          <circle cx="7" cy="7" r="6.2" fill="none" stroke={colour} strokeWidth="1.3" />
          <path d={TICK} stroke={colour} {...stroke} />
        </>
      );
    case 'met_if_built':
      return (
        <>
          <circle cx="7" cy="7" r="6.1" fill="none" stroke={colour} strokeWidth="1.5" />
          <path d="M7 1a6 6 0 0 1 0 12z" fill={colour} />
        </>
      );
    case 'depends_on_class':
      return (
        <>
          <path d="M7 .9L13.1 7 7 13.1.9 7z" fill="none" stroke={colour} strokeWidth="1.5" />
          <path d="M4.6 7h4.8" stroke={colour} {...stroke} />
        </>
      );
    case 'no_data':
      return (
        <>
          <circle cx="7" cy="7" r="6.1" fill="none" stroke={colour} strokeWidth="1.4" strokeDasharray="2.2 1.9" />
          <path
            d="M7 7.6v-.4c1.6-.5 1.7-2.7 0-2.8-1 0-1.7.6-1.7 1.5M7 9.9v.1"
            stroke={colour}
            {...stroke}
            strokeWidth="1.3"
          />
        </>
      );
    default:
      return <path d="M3.5 7h7" stroke={colour} {...stroke} />;
  }
}
