import type { Language } from '@shebao/kernel'
import { useMessages } from '../lib/language-context.tsx'
import { defineMessages } from '../lib/messages.ts'
import style from './before-after.module.css'

const messages = defineMessages(
  { before: '原文字', after: '新文字', blank: '（空）' },
  { before: 'Before', after: 'After', blank: '(nothing)' },
)

/** A text that holds and the one proposed instead, one under the other. */
export function BeforeAfter({ before, after, language }: { before: string; after: string; language: Language }) {
  const t = useMessages(messages)
  return (
    <>
      <p className={style.line}>
        <span className="quiet">{t('before')}</span>
        <del lang={language}>{before || t('blank')}</del>
      </p>
      <p className={style.line}>
        <span className="quiet">{t('after')}</span>
        <ins lang={language}>{after || t('blank')}</ins>
      </p>
    </>
  )
}
