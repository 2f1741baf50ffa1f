/** The languages in which every text of the product exists. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
/** A text in every language. */
export type Wording = Readonly<Record<Language, string>>
