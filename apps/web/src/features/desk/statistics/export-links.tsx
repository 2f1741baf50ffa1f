import { Button } from '@mantine/core'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { messages } from './messages.ts'
import { pathOf } from './selection.ts'
import type { Selection } from './selection.ts'
import style from './statistics.module.css'

interface ExportLinksProps {
  list: 'figures' | 'ages' | 'employers'
  selection: Selection
  more?: Readonly<Record<string, string | null>>
}

/** A file of what is shown. Whoever may not take one reads who may. */
export function ExportLinks({ list, selection, more = {} }: ExportLinksProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const mayExport = useViewer().roles.some((role) => role === 'REVIEWER' || role === 'HEAD' || role === 'AUDITOR')
  if (!mayExport) return <p className={style.soft}>{t('mayNotExport')}</p>
  return (
    <div className={style.export}>
      {(['xlsx', 'csv'] as const).map((kind) => (
        <Button
          key={kind}
          component="a"
          size="sm"
          variant="default"
          href={pathOf(`/statistics/${list}.${kind}`, selection, { ...more, lang: language })}
          download
        >
          {`${t('export')} ${kind.toUpperCase()}`}
        </Button>
      ))}
      <span className={style.soft}>{t('exportHint')}</span>
    </div>
  )
}
