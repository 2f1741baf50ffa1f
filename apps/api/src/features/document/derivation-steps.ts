import { withoutEchoes, WORDS, wordExplanation } from '@shebao/premium'
import type { Explanation, Language, WordedExplanation } from '@shebao/premium'

/** One line of a printed derivation. */
export interface DerivationStep {
  depth: number
  label: string
  result: string
  /** Rule, rounding, articles and the published row it rests on. */
  notes: string
}

/** A derivation as the templates print it, from the amount down to what was declared, published or decided. */
export function derivationSteps(explanation: Explanation, language: Language): DerivationStep[] {
  return stepsOf(wordExplanation(withoutEchoes(explanation), language), WORDS[language].listSeparator, 0)
}

function stepsOf(node: WordedExplanation, separator: string, depth: number): DerivationStep[] {
  const notes = [node.rule, node.rounding, ...node.articles, node.source].filter((note) => note !== null)
  return [
    { depth, label: node.label, result: node.result, notes: notes.join(separator) },
    ...node.inputs.flatMap((input) => stepsOf(input, separator, depth + 1)),
  ]
}
