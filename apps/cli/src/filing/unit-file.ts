import { answerField, findUnitField, listAnswers, UnitDraft } from '@shebao/declaration-rules'
import type { Language } from '../language.ts'
import { readStructuredFile } from '../structured-file.ts'
import { FILE_WORDS } from './file-words.ts'

const LARGEST_FILE_BYTES = 1024 * 1024

export type UnitAnswers =
  | { readonly ok: true; readonly changes: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly problems: readonly string[] }

/** The answers of the unit form as the contract takes them, out of a file of JSON or YAML that names them as `UnitDraft` does. */
export async function readUnitFile(path: string, language: Language): Promise<UnitAnswers> {
  const words = FILE_WORDS[language]
  const file = await readStructuredFile(path, LARGEST_FILE_BYTES)
  if (!file.ok)
    return { ok: false, problems: [words.unitFile(path, file.code === 'SYNTAX' ? file.reason : words[file.code])] }
  const { value } = file
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, problems: [words.unitFile(path, words.notAnswers)] }
  const unknown = Object.keys(value).filter((name) => !isAnswer(name))
  const shaped = UnitDraft.safeParse(value)
  const problems = [
    ...unknown.map((name) => words.unitField(path, name, words.noSuchAnswer)),
    ...(shaped.success
      ? []
      : shaped.error.issues.map((issue) => words.unitField(path, issue.path.join('.'), words.otherShape))),
  ]
  if (!shaped.success || problems.length > 0) return { ok: false, problems }
  const answers = [...listAnswers(shaped.data)]
  const readOnly = answers.filter(([answer]) => findUnitField(answerField(answer))?.readOnly)
  if (readOnly.length > 0)
    return { ok: false, problems: readOnly.map(([answer]) => words.unitField(path, answer, words.readOnly)) }
  return { ok: true, changes: Object.fromEntries(answers) }
}

const known = new Set(Object.keys(UnitDraft.shape))
const isAnswer = (name: string): boolean => known.has(name)
