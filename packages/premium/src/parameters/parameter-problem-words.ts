import { fill, isKeyOf, WORDS } from '../explain/explanation-words.ts'
import type { ParameterFileProblem } from './parameter-file.ts'
import type { Language } from '@shebao/kernel'

/** One problem of a parameter file with its place: `row 3, value: "8.5" must be a whole number …`. */
export function parameterProblemText(problem: ParameterFileProblem, language: Language): string {
  const { places } = WORDS[language]
  const { row, field } = problem
  const place = row === null ? (field === null ? places.FILE : places.PART) : field === null ? places.ROW : places.FIELD
  const reason = parameterProblemReason(problem, language)
  return fill(place, { row: row ?? '', field: field === null ? '' : fieldText(field, language), reason })
}

/** What is wrong and what would be right, without the place: for a message at the field itself. */
export function parameterProblemReason({ code, params }: ParameterFileProblem, language: Language): string {
  const words = WORDS[language]
  const to = params['to'] === '' ? words.open : params['to']
  return fill(words.fileProblems[code], to === undefined ? params : { ...params, to })
}

/** The field in words, with its name in the file: `validFrom` → `first period (validFrom)`. */
function fieldText(field: string, language: Language): string {
  const { fields } = WORDS[language]
  const name = isKeyOf(fields, field) ? fields[field] : field
  if (name === field) return field
  return language === 'zh-CN' ? `${name}（${field}）` : `${name} (${field})`
}
