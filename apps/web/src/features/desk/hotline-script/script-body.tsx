import { callerPlaceholders, placeholderNames, scriptParts } from '@shebao/hotline'
import type { Placeholder } from '@shebao/hotline'
import { isOneOf } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { plainApostrophes } from '../../../shared/lib/messages.ts'
import style from './script.module.css'

interface ScriptBodyProps {
  text: string
  language: Language
  /** What is put in; a name that is missing stands in brackets by what it means. */
  values: Readonly<Partial<Record<Placeholder, string | number>>>
}

const unknownIn = { 'zh-CN': (name: string) => `〔${name}〕`, en: (name: string) => `[${name}]` } as const

/** What is said, with what holds today and whom it is said to put in: that stands out, as it is the system's word. */
export function ScriptBody({ text, language, values }: ScriptBodyProps) {
  return (
    <p className={style.said} lang={language}>
      {scriptParts(text).map((part, place) => {
        if ('text' in part) return plainApostrophes(part.text, language)
        const value = values[part.name]
        const unknown = value === undefined || value === ''
        return (
          <b
            // oxlint-disable-next-line react/no-array-index-key
            key={place}
            data-unknown={unknown}
            data-whole={!isOneOf(callerPlaceholders, part.name)}
          >
            {unknown ? plainApostrophes(unknownIn[language](placeholderNames[language][part.name]), language) : value}
          </b>
        )
      })}
    </p>
  )
}
