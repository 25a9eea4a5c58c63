import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const CLIENT = /\/packages\/contracts\/src\/client\.ts$/
const LEAN = '\0lean-contracts'

/**
 * Vite plugin, for the build only: of the contracts the typed client of the pages needs the method and path of each endpoint, and
 * whether it answers with a body. Their schemas, and zod with them, stay out of the first page, which saves everybody 12 KB.
 */
export function leanContracts(): Plugin {
  return {
    name: 'lean-contracts',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !CLIENT.test(importer)) return
      if (source === './index.ts') return LEAN
      if (source === './problem.ts') return fileURLToPath(new URL('src/client/problem-document.ts', import.meta.url))
    },
    async load(id) {
      if (id !== LEAN) return
      const { BASE_PATH, contracts } = await import('@keyholder/contracts')
      const lean = Object.entries(contracts).map(([name, capability]) => [name, leaned(capability)])
      return [
        `export const BASE_PATH = ${JSON.stringify(BASE_PATH)}`,
        `export const contracts = ${JSON.stringify(Object.fromEntries(lean))}`,
      ].join('\n')
    },
  }
}

type Endpoint = { method: string; path: string; returns?: unknown }

function leaned(capability: Record<string, Endpoint>): Record<string, object> {
  const endpoints = Object.entries(capability).map(([name, { method, path, returns }]) => [
    name,
    { method, path, ...(returns !== undefined && { returns: true }) },
  ])
  return Object.fromEntries(endpoints)
}
