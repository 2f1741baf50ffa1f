import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { initialLanguage, rememberLanguage, type Language } from './language.ts'
import { translator, type Messages, type MessageTexts, type Translate } from './messages.ts'

interface LanguageChoice {
  language: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice | null>(null)

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setChoice] = useState(() => initialLanguage(document.cookie, navigator.languages))
  useEffect(() => {
    document.documentElement.lang = language
    document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest-${language}.webmanifest`)
  }, [language])
  const setLanguage = useCallback((next: Language) => {
    rememberLanguage(next)
    setChoice(next)
  }, [])
  const value = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (!choice) throw new Error('useLanguage needs a LanguageProvider above it.')
  return choice
}

/** `const t = useMessages(messages); t('missing', { count: 3 })` */
export function useMessages<Zh extends MessageTexts>(messages: Messages<Zh>): Translate<Zh> {
  const { language } = useLanguage()
  return useMemo(() => translator(messages, language), [messages, language])
}
