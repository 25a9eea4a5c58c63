import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool, type QueryArrayConfig } from 'pg'

/** What runs one script of SQL on the connection of the engine. */
export type RunScript = (pool: Pool, sql: string) => Promise<void>

interface EngineOptions {
  ownerUrl: string
  schema: SchemasContainer
  runScript?: RunScript
}

/**
 * Gives `work` Prisma's own schema engine, as WebAssembly, over one connection: a lock that is taken on `pool` holds
 * for all that the engine does.
 */
export async function withSchemaEngine<Result>(
  { ownerUrl, schema, runScript = runAsOne }: EngineOptions,
  work: (engine: SchemaEngine, pool: Pool) => Promise<Result>,
): Promise<Result> {
  const pool = new Pool({
    connectionString: ownerUrl,
    max: 1,
    idleTimeoutMillis: 0,
    application_name: 'keyholder migrate',
    options: LIMITS,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', () => {}) // The statement that is under way reports it.
  try {
    const { SchemaEngine } = await loadEngine()
    const datamodels = schema.files.map(({ path, content }): [string, string] => [path, content])
    const adapter = bindMigrationAwareSqlAdapterFactory(adapterFor(pool, runScript))
    return await work(await SchemaEngine.new({ datamodels }, () => {}, adapter), pool)
  } finally {
    await pool.end()
  }
}

// A migration may take long, but not outlive the process that runs it.
const LIMITS = [
  '-c statement_timeout=0 -c lock_timeout=0 -c client_connection_check_interval=2s',
  '-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3',
].join(' ')

function adapterFor(pool: Pool, runScript: RunScript) {
  const factory = new PrismaPg(relabelCharacters(pool))
  const connect = factory.connect.bind(factory)
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect()
      const queryRaw = adapter.queryRaw.bind(adapter)
      return Object.assign(adapter, {
        queryRaw: async (query: Parameters<typeof queryRaw>[0]) => {
          const result = await queryRaw(query)
          return { ...result, columnTypes: result.columnTypes.map((type) => (type === MARK ? Character : type)) }
        },
        // The adapter's own splits at every semicolon, those in function bodies too, and commits after each.
        executeScript: (sql: string) => runScript(pool, sql),
      })
    },
  })
}

// The engine reads catalogue columns of type "char", on which adapter-pg 7.10 gives up. They travel through it as
// arrays of that type, which no query of the engine returns, and get their true name on the other side.
const CHAR = 18
const CHAR_ARRAY = 1002
const { CharacterArray: MARK, Character } = ColumnTypeEnum

function relabelCharacters(pool: Pool) {
  const query = async (config: QueryArrayConfig) => {
    const result = await pool.query(config)
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = CHAR_ARRAY
    return result
  }
  return new Proxy(pool, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) })
}

const runAsOne: RunScript = async (pool, sql) => {
  await pool.query(sql)
}

// The glue belongs to one instance for the whole process, also where this file is loaded more than once, as Vitest does.
declare global {
  var keyholderSchemaEngine: ReturnType<typeof instantiate> | undefined
}

function loadEngine() {
  globalThis.keyholderSchemaEngine ??= instantiate()
  return globalThis.keyholderSchemaEngine
}

// Node can import the file itself, but warns everyone who starts that this is experimental; its types leave it out.
declare const WebAssembly: {
  instantiate(code: Buffer, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>
}

async function instantiate() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const code = await readFile(path.replace(/\.js$/, '.wasm'))
  const imports = { ...glue, ...Object.fromEntries(timersOf(glue).map((name) => [name, setQuietTimeout])) }
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': imports })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue
}

const timersOf = (glue: object) => Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout'))

// The engine never clears its ten seconds for a lock, which would keep the process alive for as long.
const setQuietTimeout = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref()
