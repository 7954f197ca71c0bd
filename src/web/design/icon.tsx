const paths = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z',
  stop: 'M6 6h12v12H6z',
  download: 'M12 4v10m0 0l-4-4m4 4l4-4M5 19h14',
  link: 'M9.5 14.5l5-5M8 11l-2 2a3.5 3.5 0 005 5l2-2m3-3l2-2a3.5 3.5 0 00-5-5l-2 2',
  again: 'M19 12a7 7 0 11-2.2-5.1M19 3.5V8h-4.5',
  down: 'M6 9.5l6 6 6-6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  care: 'M12 4L2.8 19.5h18.4zM12 10v4.5m0 2.4v.1',
  note: 'M12 11v6m0-9.6v.1M12 21a9 9 0 100-18 9 9 0 000 18z',
  back: 'M19 12H5m0 0l6-6m-6 6l6 6',
  close: 'M6 6l12 12M18 6L6 18',
  ear: 'M8 17.5c0 2 1.3 3 2.8 3 2.2 0 2.4-1.9 3.4-3.6 1.2-2 3.3-3.3 3.3-6.9a5.5 5.5 0 00-11 0m2.7.500A2.7 2.7 0 0112 7.5c1.5 0 2.6 1 2.6 2.5 0 2.2-2.6 2.3-2.6 4.5',
  swap: 'M4 8.5h14m0 0l-3.5-3.5M18 8.5L14.5 12M20 15.5H6m0 0L9.5 12M6 15.5L9.5 19',
} as const

export type IconName = keyof typeof paths
const filled: readonly IconName[] = ['play', 'pause', 'stop']

/** Decoration beside words; what it means is always said in text too. */
export function Icon({ name }: { name: IconName }) {
  const paint = filled.includes(name)
    ? { fill: 'currentColor' }
    : { fill: 'none', stroke: 'currentColor', strokeWidth: 2.2, strokeLinecap: 'round', strokeLinejoin: 'round' }
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} {...(paint as object)} />
    </svg>
  )
}
