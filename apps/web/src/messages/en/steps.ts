import { links } from './links.ts'
import { signInSteps } from './sign-in-steps.ts'

/** What the pages after the first need, up to being in, and those that a link in a mail leads to. */
export const steps = { signInSteps, links } as const
