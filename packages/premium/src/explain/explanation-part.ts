import type { Explanation } from './explanation.ts'

/** Which figure of a derivation is meant: its label, and the parameters that tell it from its siblings. */
export type PartSelector = { readonly label: Explanation['label'] } & Partial<
  Readonly<Record<'insurance' | 'side' | 'period', string>>
>

/** The part of a derivation that explains one figure of it, the nearest to the root; undefined where there is none. */
export function findPart(explanation: Explanation, selector: PartSelector): Explanation | undefined {
  const { label, ...params } = selector
  const wanted = Object.entries(params)
  let level: readonly Explanation[] = [explanation]
  while (level.length > 0) {
    const found = level.find(
      (node) => node.label === label && wanted.every(([name, value]) => node.params[name] === value),
    )
    if (found) return found
    level = level.flatMap(({ inputs }) => inputs)
  }
  return undefined
}

/**
 * The same derivation for showing: a sum of a single part says nothing that the part does not, and nor does a part of zero. That
 * there is no late fee is worth saying.
 */
export function withoutEchoes(explanation: Explanation): Explanation {
  const inputs = explanation.inputs.map(withoutEchoes)
  const [only, ...more] = inputs
  if (explanation.rule === 'SUM' && only !== undefined && more.length === 0) {
    return { ...only, label: explanation.label, params: explanation.params }
  }
  const telling = explanation.rule === 'SUM' ? inputs.filter((input) => amountOfSum(input) !== 0) : inputs
  return { ...explanation, inputs: telling.length > 0 ? telling : inputs }
}

const amountOfSum = ({ result, label }: Explanation): number | undefined =>
  result.kind === 'FEN' && label !== 'LATE_FEE' ? result.value : undefined
