import type { Language } from '@keyholder/domain'
import type { z } from 'zod'
import type { About } from './message.ts'
import { oneSms } from './one-sms.ts'

/** `to`, in E.164, is kept in the data: a code goes to the number it was asked for, whatever number its member has by then. */
type TextData = z.ZodObject<{ to: z.ZodString }>

type Definition<Name extends string, Data extends TextData> = About<Name, Data> &
  Readonly<Record<Language, (data: z.output<Data>, service: string) => string>> & {
    /** What the last line binds to our address: phones fill it in there and nowhere else. */
    boundCode?: (data: z.output<Data>) => string
  }

/** `host` is that of the public address, where a code is typed. */
export type TextAround = { language: Language; serviceName: string; host: string }

export type TextMessage<Name extends string, Data extends TextData> = About<Name, Data> & {
  channel: 'sms'
  /**
   * Writes it, in the alphabet of SMS and short enough to be one.
   * @throws ZodError when the data is not that of this build
   */
  write(data: unknown, around: TextAround): { to: string; text: string }
}

/** A text message, said whole in one place: its data and its words in both languages. */
export function textMessage<const Name extends string, Data extends TextData>(
  definition: Definition<Name, Data>,
): TextMessage<Name, Data> {
  const { name, kind, data, boundCode } = definition
  return {
    name,
    kind,
    data,
    channel: 'sms',
    write(filling, { language, serviceName, host }) {
      const filled = data.parse(filling)
      const sentences = (service: string) => definition[language](filled, service)
      // wicg.github.io/sms-one-time-codes
      const lastLine = boundCode ? `\n\n@${host} #${boundCode(filled)}` : ''
      return { to: filled.to, text: oneSms({ sentences, serviceName, lastLine }) }
    },
  }
}
