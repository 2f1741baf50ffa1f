import type { ReactNode } from 'react'
import type { Place } from '../shared/lib/feature.ts'
import { useLanguage, useMessages } from '../shared/lib/language-context.tsx'
import { Notice } from '../shared/ui/notice.tsx'
import { PageHeader } from '../shared/ui/page-header.tsx'
import { roleMessages } from './role-messages.ts'

const known = ['OFFICER', 'REVIEWER', 'HEAD', 'AUDITOR'] as const

interface PageOrWhoseProps {
  /** The place in whose part of the office somebody of another role is. */
  place: Place | undefined
  children: ReactNode
}

/** The page; or, for somebody of another role who came by its address, whose page it is. */
export function PageOrWhose({ place, children }: PageOrWhoseProps) {
  const t = useMessages(roleMessages)
  const { language } = useLanguage()
  if (!place) return children
  const roles = known.filter((role) => place.roles?.includes(role)).map((role) => t(role))
  return (
    <>
      <PageHeader title={language === 'en' ? place.label.en : place.label.zh} />
      <Notice tone="info">{t('otherRole', { roles: roles.join(language === 'en' ? ', ' : '、') })}</Notice>
    </>
  )
}
