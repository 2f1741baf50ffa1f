import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { fileProblemWords } from '../../../shared/lib/file-problem-messages.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { DropZone, MappingStep } from '../personnel/index.ts'
import { compareMessages } from './compare-messages.ts'
import style from './declaration.module.css'
import { fileMessages } from './file-messages.ts'
import { keepSettling, readSettling, type KeptSettling } from './kept-settling.ts'
import { contextOf } from './month-rules.ts'
import { useMonthlyTitle } from '../../../shared/case/monthly-state.tsx'
import { ProposalDesk } from './proposal-desk.tsx'
import { beginSettling, changesOf, type Proposal } from './settlement.ts'
import { useChangeFile } from './use-change-file.ts'
import { useChangePages } from './use-change-pages.ts'
import { useCompareList } from './use-compare-list.ts'
import { useMonthlyWindow } from './use-monthly-window.ts'
import { useUploadChanges } from './use-upload-changes.ts'

/** The unit's list of staff beside the register: what it proposes is settled here, and taken over into the declaration. */
export function ComparePage() {
  const t = useMessages(compareMessages)
  const files = useMessages(fileMessages)
  const problems = useMessages(fileProblemWords)
  const titleOf = useMonthlyTitle()
  const format = useFormat()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { window, readOnly } = useMonthlyWindow()
  const { declaration, error, renew } = useChangePages(id, 'ALL')
  const { state, open, people, remap } = useChangeFile()
  const revision = declaration?.revision ?? 0
  const comparing = useCompareList(id, revision)
  const taking = useUploadChanges(id, revision)
  const [kept, setKept] = useState(() => readSettling(id))
  if (error && !declaration) throw error
  if (!declaration || (!window && !readOnly)) return <Skeleton lines={8} />
  if (!declaration.editable || !window) return <Navigate to={`/employer/monthly/${id}`} replace />
  const context = contextOf(window, declaration)
  const keep = (next: KeptSettling | null) => {
    setKept(next)
    keepSettling(id, next)
  }
  const reading = state.kind === 'read' ? state.reading : undefined
  const compare = async () => {
    if (!reading) return
    const found = await comparing.compare(reading.rows, people)
    await renew()
    if (!found) return
    const { joins, stops, wages, data, same, already, unread, changes } = found
    keep({
      fileName: reading.fileName,
      same,
      already,
      unread,
      found: joins + stops + wages + data,
      proposals: beginSettling(changes, context),
    })
  }
  const takeOver = async (proposals: readonly Proposal[]) => {
    const changes = changesOf(proposals)
    const done = await taking.upload(changes.length, 'ADD', async (from, count) => changes.slice(from, from + count))
    await renew()
    if (!done) return
    keep(null)
    await navigate(`/employer/monthly/${id}`)
  }
  const problem = comparing.problem ?? taking.problem
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={`/employer/monthly/${id}`}>{titleOf(declaration)}</Link>}
      />
      <div className={style.page}>
        {problem ? <Notice tone="refused">{files(`problem${problem}`)}</Notice> : null}
        {kept ? (
          <ProposalDesk
            kept={kept}
            context={context}
            busy={taking.sent !== undefined}
            onSettle={(proposals) => keep({ ...kept, proposals })}
            onTakeOver={(proposals) => void takeOver(proposals)}
            onAgain={() => keep(null)}
          />
        ) : (
          <>
            <DropZone onFile={(file) => void open(file, declaration.period, context, 'PEOPLE')} />
            {state.kind === 'working' ? <output>{files('working')}</output> : null}
            {state.kind === 'failed' ? <Notice tone="refused">{files('failed')}</Notice> : null}
            {state.kind === 'problem' ? <Notice tone="refused">{problems(state.problem.code)}</Notice> : null}
            {reading ? (
              <>
                <p>{t('read', { file: reading.fileName, people: reading.rows })}</p>
                {reading.closed && reading.month !== undefined ? (
                  <Notice tone="refused">{t('closedMonth', { month: format.period(reading.month) })}</Notice>
                ) : null}
                {'idNumber' in reading.table.mapping.columns ? null : <Notice tone="warning">{t('noNumbers')}</Notice>}
                <MappingStep reading={reading.table} onRemap={remap} partial />
                <div className={style.actions}>
                  <Button
                    loading={comparing.sent !== undefined}
                    disabled={reading.rows === 0 || reading.closed || !('idNumber' in reading.table.mapping.columns)}
                    onClick={() => void compare()}
                  >
                    {t('compare')}
                  </Button>
                  {comparing.sent === undefined || comparing.sent === 0 ? null : (
                    <output>{t('sending', { sent: comparing.sent, people: reading.rows })}</output>
                  )}
                </div>
              </>
            ) : null}
          </>
        )}
      </div>
    </>
  )
}
