import { civilDateAt } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { findVersionAt } from './paper-template.repository.ts'
import type { PaperTemplateName } from './template-names.ts'

export const paperLanguages = ['zh-CN', 'en'] as const satisfies readonly Language[]

/** The words of a paper as released: texts, lists of them, and groups, with `{names}` where something of the case is put in. */
export interface PaperWords<Words extends object> {
  name: PaperTemplateName
  released: Record<Language, Words>
}

/** One text, by its place: the keys and numbers that lead to it, as `notes.0`. */
export type Texts = ReadonlyMap<string, string>

const templates = new Map<PaperTemplateName, Record<Language, Texts>>()

/** Makes the words of a paper a template, of which the office may publish versions of its own. Each name once. */
export function definePaperWords<Words extends object>(
  name: PaperTemplateName,
  released: Record<Language, Words>,
): PaperWords<Words> {
  templates.set(name, { 'zh-CN': textsIn(released['zh-CN']), en: textsIn(released.en) })
  return { name, released }
}

/** What a template says as released, by language and place. */
export function releasedTexts(name: PaperTemplateName): Record<Language, Texts> {
  const texts = templates.get(name)
  if (!texts) throw new Error(`No paper has the words of ${name}.`)
  return texts
}

/** The words of a paper that was issued then: it is printed again as it was, whatever was published since. */
export async function wordsInForce<Words extends object>(
  platform: Platform,
  { name, released }: PaperWords<Words>,
  language: Language,
  issuedAt: Date,
): Promise<Words> {
  const version = await findVersionAt(platform, name, { day: civilDateAt(issuedAt), at: issuedAt })
  const own = version?.texts[language]
  return own ? withTexts(released[language], own) : released[language]
}

/** Every text of a table of words by its place. */
export function textsIn(words: object): Texts {
  const found = new Map<string, string>()
  const visit = (node: unknown, path: readonly string[]) => {
    if (typeof node === 'string') found.set(path.join('.'), node)
    else if (typeof node === 'object' && node !== null)
      for (const [key, value] of Object.entries(node)) visit(value, [...path, key])
  }
  visit(words, [])
  return found
}

/** The same table with other texts in their places. A place that this release does not have any more is passed over. */
export function withTexts<Words extends object>(words: Words, texts: Readonly<Record<string, string>>): Words {
  const copy = structuredClone(words)
  for (const [path, text] of Object.entries(texts)) put(copy, path.split('.'), text)
  return copy
}

function put(node: object, [key, ...rest]: readonly string[], text: string): void {
  if (key === undefined || !Object.hasOwn(node, key)) return
  const value: unknown = Reflect.get(node, key)
  if (typeof value === 'object' && value !== null) put(value, rest, text)
  else if (rest.length === 0 && typeof value === 'string') Reflect.set(node, key, text)
}

/** The `{names}` that a text puts something in for. */
export const namesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))

export const mostCharacters = 2000

/**
 * UNKNOWN_PLACE: the template has no such text. BLANK: something stands there as released. TOO_LONG: more than 2,000 characters. NAMES: it
 * puts in other `{names}` than as released; a paper would then lack a fact, or say a name in braces.
 */
export const textProblems = ['UNKNOWN_PLACE', 'BLANK', 'TOO_LONG', 'NAMES'] as const
export type TextProblem = (typeof textProblems)[number]

const sameNames = (mine: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean =>
  mine.size === theirs.size && [...mine].every((name) => theirs.has(name))

/** What is wrong with another text in a place of a template, if anything. */
export function checkText(released: string | undefined, text: string): TextProblem | undefined {
  if (released === undefined) return 'UNKNOWN_PLACE'
  if (text.trim() === '' && released.trim() !== '') return 'BLANK'
  if (text.length > mostCharacters) return 'TOO_LONG'
  return sameNames(namesIn(text), namesIn(released)) ? undefined : 'NAMES'
}
