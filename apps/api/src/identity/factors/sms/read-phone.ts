import { type CountryCode, type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'

export type ReadPhone =
  | {
      /** E.164: `+31612345678`. */
      phone: string
      country: CountryCode
      /** The last two digits: all of it that a page or a mail ever shows. */
      ending: string
    }
  | { problem: 'not_a_number' | 'country' | 'not_mobile' }

/** The countries that messages may go to; the first is whose national spelling is understood. */
type Allowed = { countries: readonly CountryCode[] }

const LONGEST_INPUT = 40
/** What people put between digits, and the invisible marks of direction that address books copy along. */
const SPELLING = /^[+\d\s().\-/\u2010-\u2015]+$/
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * Reads a phone number as people write it ("06 12345678", "+31 (0)6 …", "0031 6 …") and says why no code can go there.
 * Accepts only mobile numbers of the allowed countries, so no premium numbers (CHN-06).
 */
export function readPhone(input: string, { countries }: Allowed): ReadPhone {
  const spelled = input.replaceAll(MARKS, '').trim()
  if (spelled.length > LONGEST_INPUT || !SPELLING.test(spelled)) return { problem: 'not_a_number' }
  const [defaultCountry] = countries
  const parsed = parsePhoneNumberFromString(spelled.replace(/^00/, '+'), {
    extract: false,
    ...(defaultCountry ? { defaultCountry } : {}),
  })
  if (!parsed) return { problem: 'not_a_number' }
  // Satellites, +882 and +979 belong to no country, and so are in no list.
  const { country, number: phone } = parsed
  if (country === undefined || !countries.includes(country)) return { problem: 'country' }
  if (!parsed.isValid()) return { problem: 'not_a_number' }
  if (!isMobile(parsed)) return { problem: 'not_mobile' }
  return { phone, country, ending: phone.slice(-2) }
}

const MOBILE = ['MOBILE', 'FIXED_LINE_OR_MOBILE']
/** Machines among the mobile numbers: 097 in the Netherlands (Nummerplan telefoon- en ISDN-diensten). */
const MACHINES = /^\+3197/

function isMobile(parsed: PhoneNumber): boolean {
  return MOBILE.includes(parsed.getType() ?? '') && !MACHINES.test(parsed.number)
}
