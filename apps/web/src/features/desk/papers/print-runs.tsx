import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ProgressPanel } from '../../../shared/ui/progress-panel.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { messages } from './messages.ts'
import { nameOf } from './paper-words.ts'
import { CancelPrintRunDocument } from './papers.generated.ts'
import type { PrintRunsQuery } from './papers.generated.ts'
import style from './papers-page.module.css'

type Run = PrintRunsQuery['printRuns'][number]

interface PrintRunsProps {
  runs: readonly Run[]
  onWatch: (on: boolean) => void
  onChanged: () => Promise<unknown>
}

const shown = 3
const tones = { PRINTING: 'waiting', READY: 'done', FAILED: 'refused', CANCELLED: 'idle', REMOVED: 'idle' } as const

/** The file that is being made, with how far it is, and those of the last days. */
export function PrintRuns({ runs, onWatch, onChanged }: PrintRunsProps) {
  const t = useMessages(messages)
  const printing = runs.find(({ status }) => status === 'PRINTING')
  const watching = printing !== undefined
  useEffect(() => {
    onWatch(watching)
    return () => onWatch(false)
    // The function is another one at each drawing and always does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [watching])
  const over = runs.filter(({ status }) => status !== 'PRINTING').slice(0, shown)
  if (runs.length === 0) return null
  return (
    <section className={style.runs} aria-label={t('runs')}>
      <h2>{t('runs')}</h2>
      {printing ? <Printing run={printing} onChanged={onChanged} /> : null}
      <ul>
        {over.map((run) => (
          <Finished key={run.id} run={run} />
        ))}
      </ul>
    </section>
  )
}

function Printing({ run, onChanged }: { run: Run; onChanged: () => Promise<unknown> }) {
  const t = useMessages(messages)
  const [cancel, { loading }] = useMutation(CancelPrintRunDocument)
  const [failed, setFailed] = useState(false)
  const stop = async () => {
    setFailed(false)
    try {
      await cancel({ variables: { id: run.id } })
      await onChanged()
    } catch {
      setFailed(true)
    }
  }
  return (
    <>
      <ProgressPanel
        title={t('printing', { papers: run.papers })}
        done={run.done}
        total={run.papers}
        actions={
          <Button variant="default" onClick={() => void stop()} loading={loading}>
            {t('cancel')}
          </Button>
        }
      />
      <p className="quiet">{t('leave')}</p>
      {failed ? <Notice tone="refused">{t('cancelFailed')}</Notice> : null}
    </>
  )
}

function Finished({ run }: { run: Run }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { id, status, papers, failed, bytes, failures, language } = run
  return (
    <li>
      <StatusBadge tone={tones[status]}>{t(status)}</StatusBadge>
      <span>
        {format.instant(run.createdAt)} ·{' '}
        {t('of', { done: papers - failed, papers, language: language === 'en' ? 'English' : '中文' })}
      </span>
      {status === 'READY' ? (
        <>
          <a href={`/documents/papers/${id}.pdf`} download>
            {t('download', { size: format.bytes(bytes) })}
          </a>
          <small className="quiet">{t('keptFor')}</small>
        </>
      ) : null}
      {status === 'FAILED' ? <small>{t('failedText')}</small> : null}
      {failures.length > 0 ? (
        <details>
          <summary>{t('couldNot', { count: failures.length })}</summary>
          <ul>
            {failures.map((failure) => (
              <li key={`${failure.kind} ${failure.number} ${failure.version}`}>
                {nameOf(t, failure)}: {t(failure.problem)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  )
}
