import { copying } from './copying.ts'
import { recoveryCode } from './recovery-code.ts'
import { secondStep } from './second-step.ts'

/** What the pages need where a second step is shown or linked, outside and inside. */
export const proving = { copying, recoveryCode, secondStep } as const
