/** A square of dark and light, row by row. */
type Modules = { size: number; get(row: number, column: number): number }

/** The dark squares as one SVG path in units of a square: each run in a row is one rectangle. */
export function qrPath({ size, get }: Modules): string {
  const rows = Array.from({ length: size }, (_, row) => {
    const line = Array.from({ length: size }, (_, column) => (get(row, column) ? '1' : '0')).join('')
    return [...line.matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${row}h${run.length}v1h-${run.length}z`)
  })
  return rows.flat().join('')
}
