export interface FieldConflict {
  path: string
  mine: unknown
  theirs: unknown
}

export interface Merged<Form> {
  /** Mine, with what only the other one changed; where both did, mine until somebody chose. */
  form: Form
  conflicts: readonly FieldConflict[]
  /** What is taken over from the other one. */
  taken: readonly string[]
}

/**
 * What was typed on an older state meets what was saved since, field by field: a field that one of both changed is as that one left
 * it; one that both changed to different values is a conflict with both values. Lists are one value; what has parts goes by its parts.
 */
export function mergeForms<Form extends object>(base: Form, mine: Form, theirs: Form): Merged<Form> {
  const conflicts: FieldConflict[] = []
  const taken: string[] = []
  const merge = (path: string, old: unknown, own: unknown, other: unknown): unknown => {
    if (isSame(own, other) || isSame(old, other)) return own
    if (hasParts(own) && hasParts(other) && (hasParts(old) || isNothing(old))) {
      const before = hasParts(old) ? old : {}
      const names = new Set([...Object.keys(before), ...Object.keys(own), ...Object.keys(other)])
      const parts = [...names].map((name) => [name, merge(under(path, name), before[name], own[name], other[name])])
      return Object.fromEntries(parts.filter(([, part]) => part !== undefined))
    }
    if (isSame(old, own)) {
      taken.push(path)
      return other
    }
    conflicts.push({ path, mine: own ?? null, theirs: other ?? null })
    return own
  }
  return { form: merge('', base, mine, theirs) as Form, conflicts, taken }
}

/** The form with other answers at these paths. */
export function withAnswers<Form extends object>(form: Form, answers: Readonly<Record<string, unknown>>): Form {
  const write = (value: unknown, [name = '', ...rest]: readonly string[], answer: unknown): unknown => {
    const parts = hasParts(value) ? value : {}
    return { ...parts, [name]: rest.length === 0 ? answer : write(parts[name], rest, answer) }
  }
  return Object.entries(answers).reduce<unknown>(
    (next, [path, answer]) => write(next, path.split('.'), answer),
    form,
  ) as Form
}

/** No answer is no answer, however it is written; the order of parts says nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  if (isNothing(a) || isNothing(b)) return isNothing(a) && isNothing(b)
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one: unknown, index) => isSame(one, b[index]))
  if (hasParts(a) && hasParts(b))
    return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSame(a[name], b[name]))
  return Object.is(a, b)
}

const under = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)
const isNothing = (value: unknown) => value === null || value === undefined

const hasParts = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
