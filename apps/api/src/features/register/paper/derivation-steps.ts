import { withoutEchoes, WORDS, wordExplanation } from '@shebao/premium'
import type { Language } from '@shebao/kernel'
import type { Explanation, WordedExplanation } from '@shebao/premium'

/** One line of a printed derivation. */
export interface DerivationStep {
  depth: number
  label: string
  result: string
  /** Rule, rounding, articles and the published row it rests on. */
  notes: string
}

/**
 * Derivations as the templates print them, each from its amount down to what was declared, published or decided. What stands
 * further up already, the base of both shares for one, is not derived again.
 */
export function derivationSteps(explanations: readonly Explanation[], language: Language): DerivationStep[] {
  const { listSeparator, asAbove } = WORDS[language]
  const printed = new Set<string>()
  const stepsOf = (node: WordedExplanation, depth: number): DerivationStep[] => {
    const { label, result, inputs } = node
    const key = JSON.stringify(node)
    if (inputs.length > 0 && printed.has(key)) return [{ depth, label, result, notes: asAbove }]
    printed.add(key)
    const notes = [node.rule, node.rounding, ...node.articles, node.basis].filter((note) => note !== null)
    return [
      { depth, label, result, notes: notes.join(listSeparator) },
      ...inputs.flatMap((input) => stepsOf(input, depth + 1)),
    ]
  }
  return explanations.flatMap((explanation) => stepsOf(wordExplanation(withoutEchoes(explanation), language), 0))
}
