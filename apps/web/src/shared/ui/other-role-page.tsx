import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useLanguage, useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import { PageHeader } from './page-header.tsx'
import style from './page.module.css'

interface OtherRolePageProps {
  /** Whose page it is, in words; unknown where only the office's answer said no. */
  roles?: readonly string[]
  /** What the viewer is signed in as, in words. */
  own?: readonly string[]
  home: string
}

/** Stands in for a page of another role: says whose it is and leads back. Nothing went wrong. */
export function OtherRolePage({ roles = [], own = [], home }: OtherRolePageProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const listed = (words: readonly string[]) => words.join(language === 'en' ? ', ' : '、') || t('noRole')
  return (
    <div className={style.column}>
      <PageHeader
        title={t('otherRole', { roles: listed(roles) })}
        {...(own.length > 0 ? { lead: t('otherRoleText', { own: listed(own) }) } : {})}
      />
      <Button component={Link} to={home}>
        {t('otherRoleBack')}
      </Button>
    </div>
  )
}
