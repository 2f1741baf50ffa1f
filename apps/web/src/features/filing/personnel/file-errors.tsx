import { Button } from '@mantine/core'
import { fieldName, messageOf } from '@shebao/declaration-rules'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { FileButton } from './drop-zone.tsx'
import { messages } from './later-messages.ts'
import type { ReadingSummary } from './reading-summary.ts'
import { saveFile } from '../../../shared/lib/save-file.ts'
import sheet from './personnel.module.css'
import style from './file-errors.module.css'

interface FileErrorsProps {
  fileName: string
  summary: ReadingSummary
  onMerge: (file: File) => void
  onFailingFile: () => Promise<Uint8Array>
}

/** Every bad row by row, field and reason; as a file to put right, and the way back in. */
export function FileErrors({ fileName, summary, onMerge, onFailingFile }: FileErrorsProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const [writing, setWriting] = useState(false)
  const { errors } = summary
  const download = async () => {
    setWriting(true)
    const bytes = await onFailingFile()
    setWriting(false)
    saveFile(bytes, `${fileName.replace(/\.[^.]*$/, '')}-${language === 'zh-CN' ? '待更正' : 'to-correct'}.xlsx`)
  }
  return (
    <>
      <div className={style.problemHead}>
        <h3>{t('problems')}</h3>
        <div className={sheet.actions}>
          <Button variant="default" loading={writing} onClick={() => void download()}>
            {t('downloadFailing')}
          </Button>
          <FileButton variant="default" label={t('mergeFile')} onFile={onMerge} />
        </div>
      </div>
      <p className={sheet.soft}>{t('downloadFailingHint')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it */}
      <section className={style.problemScroller} tabIndex={0} aria-label={t('problems')}>
        <table className={style.problems}>
          <thead>
            <tr>
              <th scope="col">{t('row')}</th>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {errors.first.map(({ row, issue }) => (
              <tr key={`${row} ${issue.ruleId} ${issue.field}`}>
                <th scope="row">{row}</th>
                <td>{fieldName(issue.field, language)}</td>
                <td>{messageOf(issue, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {errors.count > errors.first.length ? (
        <p className={sheet.soft}>{t('moreProblems', { count: errors.first.length })}</p>
      ) : null}
    </>
  )
}
