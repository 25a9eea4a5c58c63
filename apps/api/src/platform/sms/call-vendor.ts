import { refusedWith, unanswered, unclear } from './sms-not-sent.ts'
import type { CallOptions } from './sms-transport.ts'

export type Call = {
  /** The name that errors give it. */
  vendor: string
  url: string
  method?: 'POST' | 'PUT' | 'GET'
  headers: Readonly<Record<string, string>>
  body?: string
}

const TIMEOUT_MILLISECONDS = 10_000
const ANSWER_BYTES = 64 * 1024

/**
 * Calls a provider once and reads its whole answer. It follows no redirect: codes go nowhere else.
 * @returns the text of a 2xx answer
 * @throws SmsNotSent for everything else
 */
export async function callVendor(call: Call, { timeoutMilliseconds = TIMEOUT_MILLISECONDS }: CallOptions) {
  const { status, text } = await ask(call, timeoutMilliseconds)
  if (status < 200 || status > 299) throw refusedWith(call.vendor, status)
  if (text === null) throw unclear(call.vendor, 'gave an answer without an end')
  return text
}

/** As `callVendor`, for providers that answer in JSON. */
export async function callForJson(call: Call, options: CallOptions): Promise<unknown> {
  const text = await callVendor(call, options)
  try {
    return JSON.parse(text)
  } catch {
    throw unclear(call.vendor, 'gave an answer that is no JSON')
  }
}

async function ask({ vendor, url, method = 'POST', headers, body }: Call, timeoutMilliseconds: number) {
  const signal = AbortSignal.timeout(timeoutMilliseconds)
  try {
    const response = await fetch(url, { method, headers, redirect: 'error', signal, ...(body ? { body } : {}) })
    return { status: response.status, text: await readBounded(response) }
  } catch (cause) {
    throw unanswered(vendor, cause)
  }
}

/** The text of an answer; null when there is more of it than anybody needs. */
async function readBounded({ body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.byteLength
    // Leaving the loop cancels what is still to come.
    if (bytes > ANSWER_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
