import type { IncomingMessage } from 'node:http'
import { Refusal } from './refusal.ts'

const BYTES_PER_BODY = 64 * 1024

/** The body as JSON, or undefined when there is none. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBytes(request)
  if (body.length === 0) return undefined
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new Refusal(400, 'The body is not valid JSON.')
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  // Read to the end even when it is too much, without keeping it: only then does the sender see the answer.
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= BYTES_PER_BODY) chunks.push(chunk)
  }
  if (bytes > BYTES_PER_BODY) throw new Refusal(413, `The body is larger than ${BYTES_PER_BODY} bytes.`)
  return Buffer.concat(chunks)
}
