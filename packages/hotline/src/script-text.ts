import { isOneOf } from '@shebao/kernel'
import { callerPlaceholders, figurePlaceholders } from './placeholders.ts'
import type { Placeholder } from './placeholders.ts'

/** What an agent says for a matter, in both languages, with `{names}` for figures and the caller, and the law it is written from. */
export interface ScriptText {
  readonly textZh: string
  readonly textEn: string
  readonly sourceZh: string
  readonly sourceEn: string
}
export const scriptFields = ['textZh', 'textEn', 'sourceZh', 'sourceEn'] as const
export type ScriptField = (typeof scriptFields)[number]

/** In characters as people count them [PD]: more than this nobody says in one breath. */
export const scriptLength = [10, 800] as const
export const sourceLength = [2, 200] as const

/**
 * LENGTH: blank, too short or too long. UNKNOWN_NAME: nothing is known that could be put in there. TYPED_TERM: days or tries stand there as
 * figures; when the office changes them, the agent would go on saying the old ones. OTHER_NAMES: the two languages do not put in the same.
 */
export const scriptProblemCodes = ['LENGTH', 'UNKNOWN_NAME', 'TYPED_TERM', 'OTHER_NAMES'] as const
export type ScriptProblemCode = (typeof scriptProblemCodes)[number]
export interface ScriptProblem {
  readonly field: ScriptField
  readonly code: ScriptProblemCode
  /** What is meant: the name in braces, or the words of the term. */
  readonly found: string
}

const named = /\{([^{}]*)\}/g
const namesInScript = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(named), ([, name = '']) => name)),
]

const known: readonly Placeholder[] = [...figurePlaceholders, ...callerPlaceholders]
/** A count of days, working days or times, in digits or in words. */
const typedTerm =
  /(?:\d+|[一二两三四五六七八九十百]+)\s*个?\s*(?:工作日|自然日|日内|天)|(?:\d+|[两三四五六七八九十百]+)\s*次|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|fifteen|thirty|sixty)\s+(?:working\s+|calendar\s+)?(?:days?|times|tries)\b/iu

/** What is wrong with a script as somebody writes it, each with its field; the form and the server ask the same. */
export function checkScript(given: ScriptText): ScriptProblem[] {
  const ofFields = scriptFields.flatMap((field) => problemsOf(field, given[field]))
  if (ofFields.length > 0) return ofFields
  const [zh, en] = [namesInScript(given.textZh), namesInScript(given.textEn)]
  const missing = [
    ...zh.filter((name) => !en.includes(name)).map((found) => ({ field: 'textEn' as const, found })),
    ...en.filter((name) => !zh.includes(name)).map((found) => ({ field: 'textZh' as const, found })),
  ]
  return missing.map((one) => ({ ...one, code: 'OTHER_NAMES' }))
}

function problemsOf(field: ScriptField, text: string): ScriptProblem[] {
  const isText = field === 'textZh' || field === 'textEn'
  const [least, most] = isText ? scriptLength : sourceLength
  const length = [...text.trim()].length
  if (length < least || length > most) return [{ field, code: 'LENGTH', found: `${least}-${most}` }]
  if (!isText) return []
  const [term] = typedTerm.exec(text) ?? []
  return [
    ...namesInScript(text)
      .filter((name) => !isOneOf(known, name))
      .map((found) => ({ field, code: 'UNKNOWN_NAME' as const, found })),
    ...(term === undefined ? [] : [{ field, code: 'TYPED_TERM' as const, found: term }]),
  ]
}

/** A stretch of a script as it is written, or a name that something is put in for. */
export type ScriptPart = { readonly text: string } | { readonly name: Placeholder }

/** A script in parts, in order; what stands in braces and is no name of ours stays text. */
export function scriptParts(text: string): ScriptPart[] {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const name = known.find((one) => part === `{${one}}`)
      return name === undefined ? { text: part } : { name }
    })
}
