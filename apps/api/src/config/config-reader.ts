/** How variables of the environment are read; whatever is wrong becomes a sentence in `mistakes`. */
export type ConfigReader = {
  text(name: string): string | undefined
  needed(name: string, what: string): string
  whole(name: string, otherwise: number, range: { from: number; to: number }): number
  mistakes: string[]
}
