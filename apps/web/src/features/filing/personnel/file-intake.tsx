import { Button } from '@mantine/core'
import { wordFileProblem } from '@shebao/roster'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { FileButton } from './drop-zone.tsx'
import { FileReading } from './file-reading.tsx'
import { ReadingProgress, SendingProgress } from './intake-progress.tsx'
import { messages } from './later-messages.ts'
import type { HeldList } from './personnel-list.ts'
import type { RosterFile } from './use-roster-file.ts'
import { useSending } from './use-sending.ts'
import style from './personnel.module.css'

interface FileIntakeProps {
  file: RosterFile
  held: HeldList
  declarationId: string
  onCancel: () => void
  /** Saved, or somebody else was quicker. */
  onDone: (note: string) => Promise<void>
}

/** From a chosen file to a saved list: reading, mapping, result, sending. */
export function FileIntake({ file, held, declarationId, onCancel, onDone }: FileIntakeProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const { sending, failure, send } = useSending({ declarationId, held, people: file.people, onDone })
  const { state } = file
  const back = (
    <>
      <FileButton label={t('chooseAnother')} onFile={(chosen) => void file.open(chosen)} variant="default" />
      <Button variant="subtle" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </>
  )
  switch (state.kind) {
    case 'none':
      return null
    case 'working':
      return <ReadingProgress working={state} onCancel={onCancel} />
    case 'problem':
    case 'failed': {
      const name = state.fileName
      return (
        <div className={style.step}>
          <Notice tone="refused">
            {state.kind === 'failed' ? t('fileFailed', { name }) : wordFileProblem(state.problem, name, language)}
          </Notice>
          <div className={style.actions}>{back}</div>
        </div>
      )
    }
    case 'read': {
      const { people } = state.reading.summary
      if (sending) return <SendingProgress sending={sending} total={people} />
      return (
        <FileReading
          file={file}
          read={state}
          before={held.rows.length}
          failure={failure}
          back={back}
          onUse={(mode) => void send(people, mode)}
        />
      )
    }
  }
}
