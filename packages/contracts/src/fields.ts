import { cleanName, isCleanText, LANGUAGES, normaliseCode, PASSWORD_MAX, parseEmailAddress } from '@keyholder/domain'
import * as z from 'zod/mini'

/** An id of ours: a UUID in its one canonical spelling. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'id'))

/** A moment in UTC, ISO 8601 with milliseconds. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'instant'))

/** An e-mail address as we store and deliver it. The one parser decides both (CHN-15). */
export const Email = z.pipe(
  z.string().check(
    z.maxLength(320, 'too_long'),
    z.refine((value) => parseEmailAddress(value) !== null, 'email'),
  ),
  z.transform((value: string) => parseEmailAddress(value) ?? value),
)

/** A name or title that people type: one line, no control characters, at most 100 characters. */
export const Name = z.pipe(
  z.string().check(
    z.maxLength(400, 'too_long'),
    z.refine((value) => isCleanText(value, { max: 100 }), 'name'),
  ),
  z.transform((value: string) => cleanName(value)),
)

/**
 * A password, being proven or being chosen. Its length is bounded here, before anything is hashed (AUT-10); whether a chosen
 * one is strong enough is told by `password.weak`.
 */
export const Password = z
  .string()
  .check(z.minLength(1, 'required'), z.maxLength(PASSWORD_MAX * 2, 'too_long'), z.refine(isStorable, 'text'))

/** Six digits from an app or a message; spaces are forgiven. */
export const OneTimeCode = z.pipe(
  z.string().check(
    z.maxLength(20, 'too_long'),
    z.refine((value) => normaliseCode(value) !== null, 'code'),
  ),
  z.transform((value: string) => normaliseCode(value) ?? value),
)

/** A recovery code as it is typed: groups, spaces and small letters are forgiven where it is read. */
export const RecoveryCodeField = z.string().check(z.minLength(1, 'required'), z.maxLength(100, 'too_long'))

/** A phone number as people write it; which ones take codes is told by `phone.invalid`. */
export const PhoneNumber = z
  .string()
  .check(z.minLength(1, 'required'), z.maxLength(40, 'too_long'), z.refine(isStorable, 'text'))

/** What a person reads from their screen to their package holder: letters and digits in groups. */
export const SupportCodeField = z.string().check(z.minLength(1, 'required'), z.maxLength(40, 'too_long'))

/** The secret part of a one-time link: 32 bytes in base64url. */
export const LinkToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, 'link'))

/** Free text to search by. */
export const SearchText = z.string().check(z.maxLength(100, 'too_long'), z.refine(isStorable, 'text'))

/** Where the next page begins: made by us, opaque to everybody else. */
export const Cursor = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,1000}$/, 'cursor'))

export const LanguageField = z.enum(LANGUAGES)

/** A page of a list that can grow: `next` is the cursor of the following page, or null on the last. */
export function paged<T extends z.core.$ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.nullable(z.string()) })
}

/** A list that cannot grow past `max`, given whole. */
export function whole<T extends z.core.$ZodType>(item: T, max: number) {
  return z.object({ items: z.array(item).check(z.maxLength(max)) })
}

/** PostgreSQL takes no NUL, and UTF-8 has no lone surrogates. */
function isStorable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\u0000')
}
