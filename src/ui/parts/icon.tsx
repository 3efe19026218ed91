/** Line icons on a 16-unit square, drawn for this tool. */
const PATHS = {
  open: 'M1.8 12.5v-9h4.2l1.5 1.8h6.7v7.2z',
  undo: 'M5.5 3L2.5 6l3 3M2.8 6h6.2a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10.5 3l3 3-3 3M13.2 6H7a3.5 3.5 0 0 0 0 7h3',
  settings: 'M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6M8 2.7v3.6M12 2.7v3.6M4 9.7v3.6M8 9.7v3.6',
  export: 'M8 2v8M4.8 6.8L8 10l3.2-3.2M2.5 13.5h11',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  left: 'M10 4L6 8l4 4',
  right: 'M6 4l4 4-4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.3 10.3L14 14',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  file: 'M4 1.8h5l3 3v9.4H4zM9 1.8v3h3',
  warning: 'M8 2L14.5 13.5h-13zM8 6.5v3.5M8 11.6v.6',
  target: 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM8 1v4M8 11v4M1 8h4M11 8h4',
  fit: 'M2.5 6v-3.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  lock: 'M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  layers: 'M8 2l6 3.2-6 3.2-6-3.2zM2 8.3l6 3.2 6-3.2M2 11l6 3.2L14 11',
  list: 'M5.5 4H14M5.5 8H14M5.5 12H14M2 4h.8M2 8h.8M2 12h.8',
  map: 'M2 3.8l4-1.5 4 1.5 4-1.5v10l-4 1.5-4-1.5-4 1.5zM6 2.3v10M10 3.8v10',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
  filter: 'M2 3h12L9.5 8.5V13l-3-1.5v-3z',
  command: 'M2.5 4l4 4-4 4M8 12.5h5.5',
  area: 'M2.5 13.5V5.2L7 2.5v11M7 6.5l6.5 2v5M1.5 13.5h13M4.6 7.2v.1M4.6 10v.1',
  more: 'M3.2 8h.1M8 8h.1M12.8 8h.1',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zM8 5v3l2.2 1.6',
  pen: 'M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.6 4.1l2.3 2.3',
  bin: 'M3 4.5h10M6.2 4.5v-2h3.6v2M4.3 4.5l.6 9h6.2l.6-9M6.8 7v4M9.2 7v4',
  tick: 'M3.5 8.2l3 3 6-6.6',
  scenario: 'M4 2.5v11M4 8h4.5a3 3 0 0 0 3-3V2.5M2.2 4.3L4 2.5l1.8 1.8M9.7 4.3l1.8-1.8 1.8 1.8',
  pointer: 'M4 2.5l8.5 5.2-3.8.9 2 3.8-1.9 1-2-3.8L4 12.2z',
  addFacility: 'M7 13.5C4.5 10.5 3 8.6 3 6.5a4 4 0 0 1 8 0c0 .8-.2 1.6-.6 2.4M5.5 6.5h3M7 5v3M12 10.5v4M10 12.5h4',
  addSite: 'M6 3H3v3M3 8.5v2.2M6 13.5H3V12M8.5 3H11v3M12 9v5M9.5 11.5h5',
  drawArea: 'M3 4.5L8.5 2.5L13.5 6L12 12.5L4.5 13.5zM3 4.5v.1M8.5 2.5v.1M13.5 6v.1M12 12.5v.1M4.5 13.5v.1',
  drawParcel: 'M2.5 3.5h11v9h-11zM2.5 9l5.5-5.5M2.5 12.5l9-9M7 12.5l6.5-6.5M11 12.5l2.5-2.5',
  barrier: 'M2 13L14 3M3.5 8.5l3 3.5M6.7 5.8l3 3.5M9.9 3.1l3 3.5',
  link: 'M4 12a1.5 1.5 0 1 0 .01 0M12 4a1.5 1.5 0 1 0 .01 0M5.2 10.8l1.6-1.6M8.3 7.7l.9-.9M10.2 5.8l.6-.6',
  corners:
    'M3.5 4.5l8 1M12.5 7l-1.2 5M9.5 13l-5-1.5M3.2 10.5L2.7 6M2 3h2v2.5H2zM11.5 4.5h2V7h-2zM9.7 12h2v2.2h-2zM2.5 10.5h2V13h-2z',
  several: 'M2 2.5h7v7H2zM5 12v1.5h8.5V5H12M3.7 6l1.4 1.5L7.6 4.4',
  swap: 'M11 2.5l3 3-3 3M14 5.5H4M5 7.5l-3 3 3 3M2 10.5h10',
  compare: 'M2.5 3h11v10h-11zM8 1.5v13M5 6.5L3.7 8 5 9.5M11 6.5L12.3 8 11 9.5',
  details: 'M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
