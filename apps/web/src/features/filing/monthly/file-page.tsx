import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { fileProblemWords } from '../../../shared/lib/file-problem-messages.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { saveFile } from '../../../shared/lib/save-file.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DropZone } from '../personnel/index.ts'
import style from './declaration.module.css'
import { fileMessages } from './file-messages.ts'
import { FileReport } from './file-report.tsx'
import { contextOf } from './month-rules.ts'
import { useMonthlyTitle } from '../../../shared/case/monthly-state.tsx'
import { useChangeFile } from './use-change-file.ts'
import { useChangePages } from './use-change-pages.ts'
import { useMonthlyWindow } from './use-monthly-window.ts'
import { useUploadChanges } from './use-upload-changes.ts'

/** A list of changes in any form: read, judged row by row, and brought in as a whole or not at all. */
export function FilePage() {
  const t = useMessages(fileMessages)
  const problems = useMessages(fileProblemWords)
  const { language } = useLanguage()
  const titleOf = useMonthlyTitle()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { window, readOnly } = useMonthlyWindow()
  const { declaration, error, renew } = useChangePages(id, 'ALL')
  const { state, open, template, part, chooseColumns, remap } = useChangeFile()
  const { upload, sent, problem } = useUploadChanges(id, declaration?.revision ?? 0)
  const [asking, setAsking] = useState(false)
  if (error && !declaration) throw error
  if (!declaration || (!window && !readOnly)) return <Skeleton lines={8} />
  if (!declaration.editable || !window) return <Navigate to={`/employer/monthly/${id}`} replace />
  const reading = state.kind === 'read' ? state.reading : undefined
  const rows = reading?.rows ?? 0
  const count = declaration.counts.changes
  const bringIn = async (mode: 'ADD' | 'REPLACE') => {
    setAsking(false)
    const done = await upload(rows, mode, part)
    await renew()
    if (done) await navigate(`/employer/monthly/${id}`)
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={`/employer/monthly/${id}`}>{titleOf(declaration)}</Link>}
        next={
          <Button
            variant="default"
            onClick={() =>
              void template(language).then((bytes) => saveFile(bytes, `monthly-${declaration.period}.xlsx`))
            }
          >
            {t('template')}
          </Button>
        }
      />
      <div className={style.page}>
        <DropZone onFile={(file) => void open(file, declaration.period, contextOf(window, declaration))} />
        {state.kind === 'working' ? <output>{t('working')}</output> : null}
        {state.kind === 'failed' ? <Notice tone="refused">{t('failed')}</Notice> : null}
        {state.kind === 'problem' ? <Notice tone="refused">{problems(state.problem.code)}</Notice> : null}
        {problem ? <Notice tone="refused">{t(`problem${problem}`)}</Notice> : null}
        {reading ? <FileReport reading={reading} onColumns={chooseColumns} onRemap={remap} /> : null}
        {reading && rows > 0 && !reading.closed ? (
          <div className={style.actions}>
            <Button loading={sent !== undefined} onClick={() => void bringIn('ADD')}>
              {t('add')}
            </Button>
            {count > 0 ? (
              <Button variant="default" disabled={sent !== undefined} onClick={() => setAsking(true)}>
                {t('replace')}
              </Button>
            ) : null}
            {sent === undefined ? null : <output>{t('sending', { sent, rows })}</output>}
          </div>
        ) : null}
      </div>
      <ConfirmDialog
        opened={asking}
        grave
        title={t('replaceTitle')}
        verb={t('replace')}
        consequence={t('replaceText', { count, rows })}
        onConfirm={() => void bringIn('REPLACE')}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
