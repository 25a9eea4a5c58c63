/** A key for reading aloud and typing over: `ABCDEFGHIJ` → `ABCD EFGH IJ`. Spaces and hyphens that it had are dropped. */
export function groupInFours(key: string): string {
  return key.replace(/[\s-]/g, '').replace(/(.{4})(?=.)/g, '$1 ')
}
