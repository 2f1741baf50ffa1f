import { useMessages } from '../../../shared/lib/language-context.tsx'
import { BeforeAfter } from '../../../shared/ui/before-after.tsx'
import { messages } from './messages.ts'
import style from './template.module.css'
import { releasedText, textIn, textLanguages } from './template-texts.ts'
import type { Place, Template, TextLanguage } from './template-texts.ts'

type Texts = NonNullable<Template['inForce']>['texts']

interface Change {
  place: Place
  language: TextLanguage
  before: string
  after: string
}

/** What a version says otherwise than another, in the order of the paper. */
export const changesIn = (template: Template, from: Texts, to: Texts): Change[] =>
  template.places.flatMap((place) =>
    textLanguages.flatMap((language) => {
      const [before, after] = [textIn(from, place, language), textIn(to, place, language)]
      return before === after ? [] : [{ place, language, before, after }]
    }),
  )

interface ChangedTextsProps {
  template: Template
  from: Texts
  to: Texts
}

/** Before and after, text by text. */
export function ChangedTexts({ template, from, to }: ChangedTextsProps) {
  const t = useMessages(messages)
  return (
    <ul className={style.texts}>
      {changesIn(template, from, to).map(({ place, language, before, after }) => (
        <li key={`${language} ${place.place}`} className={style.text}>
          <BeforeAfter before={before} after={after} language={language === 'EN' ? 'en' : 'zh-CN'} />
          {after === releasedText(place, language) ? <p className="quiet">{t('released')}</p> : null}
        </li>
      ))}
    </ul>
  )
}
