import type { UnitDraft } from './unit-form.ts'

/**
 * The unit form as single answers by path: `staffTotal`, `insuredCount.PENSION`, `branches` (a list is one answer), and
 * `raw.staffTotal` for what was typed and could not be read. Saving, merging and conflicts all work on these paths.
 */
const NESTED: ReadonlySet<string> = new Set([
  'insuredCount',
  'insuredShortfallReason',
  'annualContributionBase',
  'paidLastYear',
  'paidLastYearByLedger',
  'arrears',
  'raw',
])

type Loose = Readonly<Record<string, unknown>>

function split(path: string): readonly [string, string | undefined] {
  const dot = path.indexOf('.')
  const head = dot < 0 ? path : path.slice(0, dot)
  return dot >= 0 && NESTED.has(head) ? [head, path.slice(dot + 1)] : [path, undefined]
}

/** The answer at a path, or undefined when there is none. */
export function readAnswer(draft: UnitDraft, path: string): unknown {
  const [head, rest] = split(path)
  const value = (draft as Loose)[head]
  return rest === undefined ? value : (value as Loose | undefined)?.[rest]
}

/** The form with one answer changed; undefined or null takes the answer away. */
export function writeAnswer(draft: UnitDraft, path: string, answer: unknown): UnitDraft {
  const [head, rest] = split(path)
  if (rest === undefined) return withKey(draft as Loose, head, answer) as UnitDraft
  const inner = withKey(((draft as Loose)[head] ?? {}) as Loose, rest, answer)
  return withKey(draft as Loose, head, Object.keys(inner).length === 0 ? undefined : inner) as UnitDraft
}

function withKey(record: Loose, key: string, value: unknown): Loose {
  const { [key]: _replaced, ...others } = record
  return value === undefined || value === null ? others : { ...others, [key]: value }
}

/** Every answer with its path. */
export function listAnswers(draft: UnitDraft): ReadonlyMap<string, unknown> {
  const answers = new Map<string, unknown>()
  for (const [head, value] of Object.entries(draft)) {
    if (value === undefined) continue
    if (!NESTED.has(head)) answers.set(head, value)
    else for (const [rest, inner] of Object.entries(value as Loose)) answers.set(`${head}.${rest}`, inner)
  }
  return answers
}

/** Field of the catalogue that a path belongs to: `raw.insuredCount.PENSION` is about `insuredCount.PENSION`. */
export function answerField(path: string): string {
  return path.startsWith('raw.') ? path.slice('raw.'.length) : path
}
