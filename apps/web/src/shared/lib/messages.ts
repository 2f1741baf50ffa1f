import type { Language } from './language.ts'

/** `{name}` stands for a value; `{count|# file|# files}` chooses by the plural rule and puts the number at `#`. */
type ParameterNames<Text extends string> = Text extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | ParameterNames<Rest>
  : never

export type MessageValue = string | number

type Parameters<Text extends string> = [ParameterNames<Text>] extends [never]
  ? []
  : [values: Record<ParameterNames<Text>, MessageValue>]

export type MessageTexts = Readonly<Record<string, string>>

export interface Messages<Zh extends MessageTexts> {
  readonly zh: Zh
  readonly en: Readonly<Record<keyof Zh, string>>
}

export type Translate<Zh extends MessageTexts> = <Key extends keyof Zh>(
  key: Key,
  ...values: Parameters<Zh[Key]>
) => string

/**
 * The words of one feature in both languages. A key missing in either is a type error; that both sides take the same
 * values is checked by messages.test.ts over every file.
 */
export function defineMessages<const Zh extends MessageTexts>(
  zh: Zh,
  en: Readonly<Record<keyof Zh, string>>,
): Messages<Zh> {
  return { zh, en }
}

const placeholder = /\{([A-Za-z]\w*)(?:\|([^{}|]*)\|([^{}|]*))?\}/g

/** Numbers are grouped as the language does (12,345); pass a year or an identifier as text. */
export function fillMessage(text: string, language: Language, values: Readonly<Record<string, MessageValue>>): string {
  return plainApostrophes(text, language).replace(placeholder, (whole, name: string, one?: string, other?: string) => {
    const value = values[name]
    if (value === undefined) return whole
    const shown = typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
    if (one === undefined || other === undefined) return shown
    const singular = new Intl.PluralRules(language).select(Number(value)) === 'one'
    return (singular ? one : other).replaceAll('#', shown)
  })
}

/** Chinese system fonts, which may be the only ones there, draw the curly apostrophe a full width wide. */
export function plainApostrophes(text: string, language: Language): string {
  return language === 'en' ? text.replaceAll('\u2019', "'") : text
}

export function translator<Zh extends MessageTexts>(messages: Messages<Zh>, language: Language): Translate<Zh> {
  const texts: Readonly<Record<keyof Zh, string>> = language === 'zh-CN' ? messages.zh : messages.en
  return (key, ...values) => fillMessage(texts[key], language, values[0] ?? {})
}

/** The names a text asks for, for the test that both languages ask for the same. */
export function messageParameters(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ''))].sort()
}
