import type { Language } from '@shebao/kernel'

/**
 * What a source says in one language. A source is written once, or in Chinese and in English with a bar between them
 * (`平均工资 | average wage`); in English a document keeps its Chinese title, which is its name, with a gloss behind it.
 */
export function sourceText(source: string, language: Language): string {
  const [chinese, english, ...more] = source.split(/[|｜]/u).map((part) => part.trim())
  if (!chinese || !english || more.length > 0) return source
  return language === 'en' ? english : chinese
}
