import { Button } from '@mantine/core'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { auditMessages } from './audit-messages.ts'
import style from './audit-page.module.css'

const sentAs = {
  actor: 'actor',
  employer: 'employer',
  record: 'recordId',
  from: 'from',
  to: 'to',
  action: 'action',
  kind: 'recordType',
  person: 'person',
} as const

/** A file of what is shown, with the hashes; it carries its number and who took it. */
export function ExportLinks({ params }: { params: URLSearchParams }) {
  const t = useMessages(auditMessages)
  const { language } = useLanguage()
  const asked = new URLSearchParams({ lang: language })
  for (const [name, sent] of Object.entries(sentAs)) {
    const value = params.get(name)
    if (value) asked.set(sent, value)
  }
  return (
    <div className={style.export}>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          size="sm"
          variant="default"
          href={`/audit/trail.${kind}?${asked.toString()}`}
          download
        >
          {`${t('export')} ${kind.toUpperCase()}`}
        </Button>
      ))}
      <span className={style.soft}>{t('exportHint')}</span>
    </div>
  )
}
