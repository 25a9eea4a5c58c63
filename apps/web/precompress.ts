import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

// What never changes under its name is compressed once, at the build, as small as it goes; the API sends it as it is.
const assets = new URL('dist/assets/', import.meta.url)
const names = readdirSync(assets).filter((name) => /\.(js|css|svg)$/.test(name))
for (const name of names) {
  const content = readFileSync(new URL(name, assets))
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
  writeFileSync(new URL(`${name}.br`, assets), brotliCompressSync(content, options))
  writeFileSync(new URL(`${name}.gz`, assets), gzipSync(content, { level: 9 }))
}
console.log(`${names.length} files compressed.`)
