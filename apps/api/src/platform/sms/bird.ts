import * as z from 'zod/mini'
import { callForJson } from './call-vendor.ts'
import { unclear } from './sms-not-sent.ts'
import type { CallOptions, SmsTransport } from './sms-transport.ts'

/** `apiKey` is the access key. The sender belongs to the channel there. */
export type BirdConfig = { url: string; apiKey: string; workspaceId: string; channelId: string }

export const BIRD_URL = 'https://api.bird.com'
const vendor = 'Bird'
const Answer = z.object({ id: z.string() })

/** Sends by the Channels API of Bird (docs.bird.com), which was MessageBird. */
export function createBirdTransport(config: BirdConfig, options: CallOptions): SmsTransport {
  const { apiKey, workspaceId, channelId } = config
  const url = new URL(`/workspaces/${workspaceId}/channels/${channelId}/messages`, config.url).href
  return {
    async send({ to, text, reference }) {
      const message = {
        receiver: { contacts: [{ identifierKey: 'phonenumber', identifierValue: to }] },
        body: { type: 'text', text: { text } },
        reference,
      }
      const headers = { authorization: `AccessKey ${apiKey}`, 'content-type': 'application/json' }
      const answer = z.safeParse(
        Answer,
        await callForJson({ vendor, url, headers, body: JSON.stringify(message) }, options),
      )
      if (!answer.success) throw unclear(vendor, 'gave no id')
      return { id: answer.data.id }
    },
  }
}
