/**
 * What a JSON pointer (RFC 6901, such as `/messages/0/id`) points at in a parsed answer.
 * @returns undefined when there is nothing
 */
export function atPointer(document: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1)
  return steps.map(unescapeStep).reduce(child, document)
}

function child(parent: unknown, name: string): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, name)) return undefined
  return Reflect.get(parent, name)
}

/** RFC 6901 §4: first `~1`, then `~0`. */
function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}
