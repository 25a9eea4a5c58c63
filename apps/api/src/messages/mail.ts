import type { Language } from '@keyholder/domain'
import type { z } from 'zod'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import type { Around, Content } from './content.ts'
import { writeLetter } from './letter.ts'
import type { About } from './message.ts'

/** `service` is the name by which people know us. */
type Wording<Data, C> = Readonly<Record<Language, (data: Data, service: string) => C>>

type Definition<Name extends string, Data extends z.ZodObject> = About<Name, Data> &
  (
    | ({ kind: 'security' } & Wording<z.output<Data>, Content>)
    | ({ kind: 'code' | 'link' | 'news' } & Wording<z.output<Data>, Content & { why: string }>)
  )

export type Composed = { subject: string; text: string; html: string }

export type Mail<Name extends string, Data extends z.ZodObject> = About<Name, Data> & {
  channel: 'mail'
  /**
   * Writes it, ready to be sent. Whatever people typed into a name is text in it, and never markup or a link.
   * @throws ZodError when the data is not that of this build
   */
  write(data: unknown, around: Around): Composed
}

/** A mail, said whole in one place: its data and its words in both languages. */
export function mail<const Name extends string, Data extends z.ZodObject>(
  definition: Definition<Name, Data>,
): Mail<Name, Data> {
  const { name, kind, data } = definition
  return {
    name,
    kind,
    data,
    channel: 'mail',
    write(filling, around) {
      const content = definition[around.language](data.parse(filling), around.serviceName)
      const letter = writeLetter(content, around)
      return { subject: letter.subject, text: asText(letter), html: asHtml(letter) }
    },
  }
}
