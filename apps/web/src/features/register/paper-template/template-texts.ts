import type { TemplatePageQuery } from './template.generated.ts'

export type Template = NonNullable<TemplatePageQuery['paperTemplate']>
export type Place = Template['places'][number]
export type TextLanguage = 'ZH_CN' | 'EN'
export const textLanguages = ['ZH_CN', 'EN'] as const

interface OwnText {
  language: TextLanguage
  place: string
  text: string
}

/** What was typed, by place and language; what is not here stays as it is. */
export type Typed = Readonly<Record<string, Partial<Record<TextLanguage, string>>>>

export const releasedText = ({ chinese, english }: Place, language: TextLanguage): string =>
  language === 'ZH_CN' ? chinese : english

/** What a version says in a place: its own text, or as released. */
export function textIn(texts: readonly OwnText[], place: Place, language: TextLanguage): string {
  const own = texts.find((text) => text.place === place.place && text.language === language)
  return own?.text ?? releasedText(place, language)
}

/** Every text that is not to be as released, once what was typed stands in its places. */
export function proposedTexts(template: Template, typed: Typed): OwnText[] {
  const held = template.inForce?.texts ?? []
  return template.places.flatMap((place) =>
    textLanguages.flatMap((language) => {
      const text = typed[place.place]?.[language] ?? textIn(held, place, language)
      return text === releasedText(place, language) ? [] : [{ language, place: place.place, text }]
    }),
  )
}

/** Whether anything typed in a place differs from what holds. */
export function isChanged(template: Template, place: Place, typed: Typed): boolean {
  const held = template.inForce?.texts ?? []
  return textLanguages.some((language) => {
    const text = typed[place.place]?.[language]
    return text !== undefined && text !== textIn(held, place, language)
  })
}
