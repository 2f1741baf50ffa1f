import { useApolloClient } from '@apollo/client/react'
import { Button } from '@mantine/core'
import type { FileProblem } from '@shebao/roster'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import type { Translate } from '../../../shared/lib/messages.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ProgressPanel } from '../../../shared/ui/progress-panel.tsx'
import { FileButton } from './drop-zone.tsx'
import { MappingStep } from './mapping-step.tsx'
import { messages } from './messages.ts'
import { refusalText } from './refusal-text.ts'
import { ResultStep } from './result-step.tsx'
import { uploadList } from './upload-list.ts'
import type { HeldList } from './use-personnel-list.ts'
import type { useRosterFile } from './use-roster-file.ts'
import style from './personnel.module.css'

interface FileIntakeProps {
  file: ReturnType<typeof useRosterFile>
  held: HeldList
  declarationId: string
  /** With the list as it was saved, so that nothing older is shown while it is read anew. */
  onDone: (note: string | undefined, saved?: HeldList) => void
}

type Sending = { done: number; waiting: boolean; rate: number; stop: AbortController }

/** From a chosen file to a saved list: reading, mapping, result, sending. */
export function FileIntake({ file, held, declarationId, onDone }: FileIntakeProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const client = useApolloClient()
  const [sending, setSending] = useState<Sending>()
  const [failure, setFailure] = useState<string>()
  const [asking, setAsking] = useState(false)
  const { state } = file
  const back = (
    <>
      <FileButton label={t('chooseAnother')} onFile={(chosen) => void file.open(chosen)} variant="default" />
      <Button variant="subtle" onClick={() => onDone(undefined)}>
        {t('cancel')}
      </Button>
    </>
  )

  const send = async (mode: 'REPLACE' | 'MERGE') => {
    if (state.kind !== 'read') return
    setAsking(false)
    setFailure(undefined)
    const stop = new AbortController()
    const begun = performance.now()
    const show = (done: number, waiting: boolean) => {
      const seconds = (performance.now() - begun) / 1_000
      setSending({ done, waiting, rate: seconds > 0 ? done / seconds : 0, stop })
    }
    show(0, false)
    try {
      const { rows } = state.reading
      const outcome = await uploadList(client, {
        declarationId,
        expectedRevision: held.revision,
        mode,
        rows,
        signal: stop.signal,
        onProgress: show,
      })
      if (outcome.kind === 'saved') {
        return onDone(t('listSaved', { count: rows.length }), {
          list: held.list.takingIn(rows, mode),
          revision: outcome.revision,
        })
      }
      if (outcome.kind === 'conflict') return onDone(t('conflictUpload'))
      setFailure(outcome.kind === 'stopped' ? t('uploadStopped') : refusalText(t, outcome.code, outcome.rows))
    } catch {
      setFailure(t('uploadFailed'))
    }
    setSending(undefined)
  }

  if (state.kind === 'working') {
    const words = { OPENING: t('opening'), READING: t('reading'), CHECKING: t('checking') }
    return (
      <ProgressPanel
        title={words[state.phase]}
        done={Math.round(state.share * 100)}
        total={100}
        actions={
          <Button variant="default" onClick={file.cancel}>
            {t('cancel')}
          </Button>
        }
      />
    )
  }
  if (state.kind === 'problem' || state.kind === 'failed') {
    const text =
      state.kind === 'failed'
        ? t('fileFailed', { name: state.fileName })
        : problemText(t, state.problem, state.fileName)
    return (
      <div className={style.step}>
        <Notice tone="refused">{text}</Notice>
        <div className={style.actions}>{back}</div>
      </div>
    )
  }
  if (state.kind === 'none') return null
  const { reading } = state
  if (sending) {
    return (
      <div className={style.step}>
        <ProgressPanel
          title={t('uploading')}
          done={sending.done}
          total={reading.rows.length}
          {...(sending.rate > 0 ? { rate: sending.rate } : {})}
          actions={
            <Button variant="default" onClick={() => sending.stop.abort()}>
              {t('cancel')}
            </Button>
          }
        />
        {sending.waiting ? <Notice tone="warning">{t('uploadWaiting')}</Notice> : null}
      </div>
    )
  }
  return (
    <div className={style.reader}>
      {failure ? <Notice tone="refused">{failure}</Notice> : null}
      {state.correctionProblem ? (
        <Notice tone="refused">
          {t('correctionProblem')} {problemText(t, state.correctionProblem, '')}
        </Notice>
      ) : null}
      <ResultStep
        reading={reading}
        onUse={() => (held.list.rows.length === 0 ? void send('REPLACE') : setAsking(true))}
        onMerge={(chosen) => void file.merge(chosen)}
        onFailingFile={(rows) => file.writeFailing(rows, language)}
      />
      <MappingStep reading={reading} onRemap={file.remap} />
      <div className={style.actions}>{back}</div>
      <ConfirmDialog
        opened={asking}
        title={t('replaceTitle')}
        consequence={
          <>
            <p>{t('replaceText', { before: held.list.rows.length, after: reading.rows.length })}</p>
            <Button variant="subtle" onClick={() => void send('MERGE')}>
              {t('mergeVerb')}
            </Button>
          </>
        }
        verb={t('replaceVerb')}
        grave
        onConfirm={() => void send('REPLACE')}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}

function problemText(t: Translate<(typeof messages)['zh']>, { code, params }: FileProblem, name: string): string {
  const { maxBytes, maxRows } = params
  switch (code) {
    case 'TOO_LARGE':
      return t('problemTOO_LARGE', { name, max: `${Math.round(Number(maxBytes ?? 0) / 1_048_576)} MB` })
    case 'TOO_MANY_ROWS':
      return t('problemTOO_MANY_ROWS', { name, max: Number(maxRows ?? 100_000) })
    default:
      return t(`problem${code}`, { name })
  }
}
