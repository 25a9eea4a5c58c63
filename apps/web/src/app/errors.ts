/** What pages and features need of a failed request: what it is, and what to tell about it. */
export { fieldProblems, problemCode, problemReason, retryAt } from './problem.ts'
export { type Sentences, useProblemText } from './problem-text.ts'
export { useCodeProblem, useSecondStepProblem } from './second-step-problem.ts'
export { useRefusals } from './use-refusals.ts'
